package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.train.FamilySource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two workers against one machine with the same total work: the time the plain loop takes for the
 * steps of a round, over twice the round's time. One machine is one thread, and a worker is one
 * thread. The first round of every run, in which learners are made, is one of a single step and
 * left out; all runs are repeated in turns, so that what else the machine does hits all alike.
 */
final class EfficiencyBenchmark {
  /** Measured rounds by H: enough work for each, yet an end in minutes. */
  private static final Map<Integer, Integer> ROUNDS = new LinkedHashMap<>();

  static {
    ROUNDS.put(1, 16);
    ROUNDS.put(4, 8);
    ROUNDS.put(16, 4);
    ROUNDS.put(64, 1);
  }

  private static final int PLAIN_ROUNDS = 16;
  private static final int BATCHES = 2;

  private final Workbench bench;
  private final MeasurementSink sink;
  private final int repeats;

  EfficiencyBenchmark(Workbench bench, MeasurementSink sink, int repeats) {
    this.bench = bench;
    this.sink = sink;
    this.repeats = repeats;
  }

  /** Makes a model with {@link #BATCHES} batches an epoch. */
  @FunctionalInterface
  private interface Model {
    FamilySource source(int epochs) throws IOException;
  }

  void run() throws IOException {
    run("cnn of 1.02 M", epochs -> bench.convolutional(64, BATCHES, epochs));
    run("transformer of 9.81 M", epochs -> bench.transformer(32, BATCHES, epochs));
  }

  private void run(String name, Model model) throws IOException {
    List<Double> steps = new ArrayList<>();
    Map<Integer, List<Double>> efficiency = new LinkedHashMap<>();
    Map<Integer, RoundTimes> last = new LinkedHashMap<>();
    for (int repeat = 0; repeat < repeats; repeat++) {
      double step = step(model);
      steps.add(step);
      for (int localSteps : ROUNDS.keySet()) {
        RoundTimes times = averaged(model, localSteps);
        double round = times.walls(1, 1).median();
        int lanes = bench.lanes();
        efficiency
            .computeIfAbsent(localSteps, h -> new ArrayList<>())
            .add(100 * step * localSteps * Workbench.WORKERS / (lanes * round));
        last.put(localSteps, times);
      }
    }
    sink.spread("step", name + ", one-machine", new Sample(steps), "ms");
    efficiency.forEach(
        (localSteps, values) -> {
          String measured = name + ", H = " + localSteps;
          sink.spread("efficiency", measured, new Sample(values), "%");
          sink.cost(measured, last.get(localSteps), 1, 1);
        });
  }

  /** Milliseconds of a step in the plain loop. */
  private double step(Model model) throws IOException {
    RoundTimes times = new RoundTimes();
    bench.train(
        "one-machine",
        model.source(1 + PLAIN_ROUNDS),
        "workers = 1, localSteps = " + BATCHES,
        times);
    return times.walls(1, 1).median() / BATCHES;
  }

  private RoundTimes averaged(Model model, int localSteps) throws IOException {
    int steps = Workbench.WORKERS * (1 + ROUNDS.get(localSteps) * localSteps);
    RoundTimes times = new RoundTimes();
    bench.train(
        "ergodic",
        model.source(steps / BATCHES),
        "workers = "
            + Workbench.WORKERS
            + ", localSteps = "
            + localSteps
            + ", schedule { rounds = 1, localSteps = 1 }",
        times);
    return times;
  }
}
