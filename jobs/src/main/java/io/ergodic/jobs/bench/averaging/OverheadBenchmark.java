package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.train.FamilySource;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a round costs above pure compute, for a perceptron of 738 parameters, 8 rounds an epoch, two
 * workers, batches of 16 (dl4j-spark's default): the wall time of an epoch over its rounds, less
 * what the plain loop takes for the same steps, over as many cores as the workers can use; and the
 * same less the steps as they were taken, by which it does not count that two workers on
 * Deeplearning4j hinder each other in one process. One epoch is one measurement; those before the
 * code is compiled, in which Export also writes its files, are left out.
 */
final class OverheadBenchmark {
  private static final String OURS = "ergodic";
  private static final List<String> PEERS = List.of("dl4j-export", "dl4j-direct");
  private static final int ROUNDS = 8;

  /** Epochs in which the code is compiled: some five seconds of every engine. */
  private static final int WARM = 150;

  private static final int WARM_PEER = 10;
  private static final String ADAM = "name = adam";
  private static final String DESCENT = "name = sgd, momentum = 0";

  private final Workbench bench;
  private final MeasurementSink sink;
  private final int localSteps;
  private final int repeats;

  /**
   * @param localSteps H of all but the case of synchronous gradients, which has H = 1
   * @param repeats measured epochs of the slow engines; the fast ones are given four times as many
   */
  OverheadBenchmark(Workbench bench, MeasurementSink sink, int localSteps, int repeats) {
    this.bench = bench;
    this.sink = sink;
    this.localSteps = localSteps;
    this.repeats = repeats;
  }

  void run() throws IOException {
    int fast = 4 * repeats;
    Map<String, Double> overhead = new LinkedHashMap<>();
    Map<String, Double> apart = new LinkedHashMap<>();
    // Gone once before it is measured, so that nothing is faster only for coming later.
    plain(localSteps, ADAM, fast);
    RoundTimes ours = averaged(OURS, localSteps, ADAM, WARM, fast);
    double plain = round("one-machine, H = " + localSteps, plain(localSteps, ADAM, fast));
    overhead.put(OURS, overhead(OURS, ours, WARM, plain));
    apart.put(OURS, apart(OURS, ours, WARM));
    plain(1, DESCENT, fast);
    RoundTimes synchronous = averaged(OURS, 1, DESCENT, WARM, fast);
    double plainSynchronous = round("one-machine, H = 1", plain(1, DESCENT, fast));
    overhead(OURS + ", H = 1, sgd", synchronous, WARM, plainSynchronous);
    apart(OURS + ", H = 1, sgd", synchronous, WARM);
    for (String peer : PEERS) {
      try (DefaultStorage storage = new DefaultStorage(bench.spark())) {
        RoundTimes times = averaged(peer, localSteps, ADAM, WARM_PEER, repeats);
        overhead.put(peer, overhead(peer, times, WARM_PEER, plain));
        apart.put(peer, apart(peer, times, WARM_PEER));
      }
    }
    ratios("overhead-ratio", overhead);
    ratios("apart-ratio", apart);
  }

  private void ratios(String bench, Map<String, Double> byEngine) {
    double base = byEngine.remove(OURS);
    byEngine.forEach(
        (engine, value) -> sink.value(bench, engine + " / " + OURS, value / base, "1"));
  }

  private RoundTimes plain(int steps, String optimiser, int epochs) throws IOException {
    RoundTimes times = new RoundTimes();
    bench.train("one-machine", source(steps, optimiser, WARM + epochs), at(steps), times);
    return times;
  }

  /** The plain loop's milliseconds for a round, over the cores there are for its workers. */
  private double round(String name, RoundTimes times) {
    Sample walls = times.walls(WARM * ROUNDS, ROUNDS);
    sink.spread("round", name, walls, "ms");
    return walls.median() / bench.lanes();
  }

  private RoundTimes averaged(String engine, int steps, String optimiser, int warm, int epochs)
      throws IOException {
    RoundTimes times = new RoundTimes();
    bench.train(engine, source(steps, optimiser, warm + epochs), at(steps), times);
    if (times.count() != (warm + epochs) * ROUNDS) {
      throw new IllegalStateException(
          engine + " made " + times.count() + " rounds of " + (warm + epochs) * ROUNDS);
    }
    return times;
  }

  private double overhead(String name, RoundTimes times, int warm, double plain) {
    Sample walls = times.walls(warm * ROUNDS, ROUNDS);
    sink.spread("round", name, walls, "ms");
    Sample overhead = walls.plus(-plain);
    sink.spread("overhead", name, overhead, "ms");
    sink.cost("perceptron, " + name, times, warm * ROUNDS, ROUNDS);
    return overhead.median();
  }

  private double apart(String name, RoundTimes times, int warm) {
    Sample apart = times.apart(warm * ROUNDS, ROUNDS);
    sink.spread("apart", name, apart, "ms");
    return apart.median();
  }

  private FamilySource source(int steps, String optimiser, int epochs) throws IOException {
    return bench.perceptron(ROUNDS * Workbench.WORKERS * steps, epochs, optimiser);
  }

  private static String at(int steps) {
    return "workers = " + Workbench.WORKERS + ", localSteps = " + steps;
  }
}
