package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.bench.averaging.RoundModel.Vectors;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.RoundRecord;
import java.io.IOException;

/**
 * Measures the constants of a {@link RoundModel} on one and two workers, holds what it says of two,
 * four and eight against rounds as they are, and prints what it says of clusters that are not at
 * hand. Constants are taken from rounds of one step, so that none of the rounds that are predicted
 * has given any.
 */
final class ModelBenchmark {
  private static final int[] WORKERS = {2, 4, 8};
  private static final int LOCAL_STEPS = 4;
  private static final int[] EXECUTORS = {64, 1000};
  private static final int[] LONG_ROUNDS = {16, 64, 256};

  /** 10 Gb/s in bytes a millisecond. */
  private static final double NETWORK = 10e9 / 8 / 1e3;

  /** Values of a slice, and of a model that is averaged in slices: the engine's own defaults. */
  private static final int SLICE = 250_000;

  private static final int SLICED_ABOVE = 500_000;
  private static final int WARM_SMALL = 400;
  private static final int SMALL_ROUNDS = 400;
  private static final int WARM = 4;

  private final Workbench bench;
  private final MeasurementSink sink;
  private final int repeats;

  ModelBenchmark(Workbench bench, MeasurementSink sink, int repeats) {
    this.bench = bench;
    this.sink = sink;
    this.repeats = repeats;
  }

  /** Makes a model with one batch an epoch. */
  @FunctionalInterface
  private interface Model {
    FamilySource source(int epochs) throws IOException;
  }

  void run() throws IOException {
    Model small = epochs -> bench.perceptron(1, epochs, "name = adam");
    double[] apart = {
      apart(small, 1, WARM_SMALL, SMALL_ROUNDS), apart(small, 2, WARM_SMALL, SMALL_ROUNDS)
    };
    run("cnn of 1.02 M", epochs -> bench.convolutional(64, 1, epochs), apart);
    run("transformer of 9.81 M", epochs -> bench.transformer(32, 1, epochs), apart);
  }

  private void run(String name, Model model, double[] small) throws IOException {
    int rounds = 4 * repeats;
    RoundTimes one = train(model, 1, 1, WARM + rounds);
    RoundTimes two = train(model, 2, 1, WARM + rounds);
    double alone = one.column(WARM, 1, RoundRecord::computeMs).median();
    double shared = two.column(WARM, 1, RoundRecord::computeMs).median() * bench.lanes() / 2;
    long bytes = (long) one.column(WARM, 1, RoundRecord::bytesReceived).median();
    boolean sliced = bytes / Float.BYTES > SLICED_ABOVE;
    RoundModel constants =
        RoundModel.of(
            shared,
            alone,
            new double[] {one.apart(WARM, 1).median(), two.apart(WARM, 1).median()},
            small,
            new Vectors(bytes, sliced ? (long) Float.BYTES * SLICE : 0));
    sink.value("constant", name + ", step alone", alone, "ms");
    sink.value("constant", name + ", step beside others", shared, "ms");
    sink.value("constant", name + ", round", constants.fixed(), "ms");
    sink.value("constant", name + ", worker", constants.message(), "ms");
    sink.value("constant", name + ", vectors", bytes, "bytes");
    sink.value("constant", name + ", rate", constants.rate() * 1e-6, "GB/s");
    for (int workers : WORKERS) {
      double predicted = constants.here(workers, LOCAL_STEPS, bench.lanes());
      double measured = train(model, workers, LOCAL_STEPS, 1 + repeats).walls(1, 1).median();
      String round = name + ", H = " + LOCAL_STEPS + ", W = " + workers;
      sink.value("predicted", round, predicted, "ms");
      sink.value("measured", round, measured, "ms");
      sink.value("predicted-off-by", round, 100 * (predicted / measured - 1), "%");
    }
    for (int localSteps : LONG_ROUNDS) {
      for (int executors : EXECUTORS) {
        String round = name + ", H = " + localSteps + ", " + executors + " executors, 10 Gb/s";
        double milliseconds = constants.onNetwork(executors, localSteps, NETWORK);
        sink.value("forecast", round, milliseconds, "ms");
        sink.value(
            "forecast-efficiency",
            round,
            constants.efficiency(executors, localSteps, NETWORK),
            "%");
      }
    }
  }

  private double apart(Model model, int workers, int warm, int rounds) throws IOException {
    return train(model, workers, 1, warm + rounds).apart(warm, 8).median();
  }

  private RoundTimes train(Model model, int workers, int localSteps, int rounds)
      throws IOException {
    RoundTimes times = new RoundTimes();
    bench.train(
        "ergodic",
        model.source(workers * localSteps * rounds),
        "workers = " + workers + ", localSteps = " + localSteps,
        times);
    return times;
  }
}
