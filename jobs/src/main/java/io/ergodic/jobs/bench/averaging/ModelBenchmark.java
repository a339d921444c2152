package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.bench.averaging.RoundModel.Vectors;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.RoundRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

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
  private static final int WARM = 2;
  private static final int ROUNDS = 6;

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

  /** All in turns, so that what else the machine does hits constants and rounds alike. */
  private void run(String name, Model model, double[] small) throws IOException {
    List<RoundModel> constants = new ArrayList<>();
    Map<Integer, List<Double>> predicted = new TreeMap<>();
    Map<Integer, List<Double>> measured = new TreeMap<>();
    Map<Integer, List<Double>> apart = new TreeMap<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      RoundModel now = constants(model, small);
      constants.add(now);
      for (int workers : WORKERS) {
        double says = now.here(workers, LOCAL_STEPS, bench.lanes());
        double takes = train(model, workers, LOCAL_STEPS, 3).walls(1, 1).median();
        predicted.computeIfAbsent(workers, w -> new ArrayList<>()).add(says);
        measured.computeIfAbsent(workers, w -> new ArrayList<>()).add(takes);
        apart.computeIfAbsent(workers, w -> new ArrayList<>()).add(100 * (says / takes - 1));
      }
    }
    RoundModel typical = median(constants);
    sink.value("constant", name + ", step alone", typical.alone(), "ms");
    sink.value("constant", name + ", step beside others", typical.step(), "ms");
    sink.value("constant", name + ", round", typical.fixed(), "ms");
    sink.value("constant", name + ", worker", typical.message(), "ms");
    sink.value("constant", name + ", vectors", typical.vectors().bytes(), "bytes");
    sink.value("constant", name + ", rate", typical.rate() * 1e-6, "GB/s");
    for (int workers : WORKERS) {
      String round = name + ", H = " + LOCAL_STEPS + ", W = " + workers;
      sink.value("predicted", round, new Sample(predicted.get(workers)).median(), "ms");
      sink.value("measured", round, new Sample(measured.get(workers)).median(), "ms");
      sink.spread("predicted-off-by", round, new Sample(apart.get(workers)), "%");
    }
    forecast(name, typical);
  }

  private RoundModel constants(Model model, double[] small) throws IOException {
    RoundTimes one = train(model, 1, 1, WARM + ROUNDS);
    RoundTimes two = train(model, 2, 1, WARM + ROUNDS);
    long bytes = (long) one.column(WARM, 1, RoundRecord::bytesReceived).median();
    boolean sliced = bytes / Float.BYTES > SLICED_ABOVE;
    return RoundModel.of(
        two.column(WARM, 1, RoundRecord::computeMs).median() * bench.lanes() / 2,
        one.column(WARM, 1, RoundRecord::computeMs).median(),
        new double[] {one.apart(WARM, 1).median(), two.apart(WARM, 1).median()},
        small,
        new Vectors(bytes, sliced ? (long) Float.BYTES * SLICE : 0));
  }

  private static RoundModel median(List<RoundModel> all) {
    return new RoundModel(
        median(all, RoundModel::step),
        median(all, RoundModel::alone),
        median(all, RoundModel::fixed),
        median(all, RoundModel::message),
        median(all, RoundModel::rate),
        all.get(0).vectors());
  }

  private static double median(List<RoundModel> all, ToDoubleFunction<RoundModel> constant) {
    return new Sample(all.stream().map(constant::applyAsDouble).toList()).median();
  }

  private void forecast(String name, RoundModel constants) {
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
