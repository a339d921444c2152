package io.ergodic.jobs.bench;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.FlowBatch;
import io.ergodic.datasets.integrate.TrajectoryBatch.Outcome;
import io.ergodic.datasets.lift.LiftedField;
import io.ergodic.datasets.random.RandomStreams;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Points a second of many trajectories of one system, in vector lanes and one after the other, at
 * 100 points a period and relative tolerance 1e-10, in turns; the best turn of each counts.
 */
public final class LaneBenchmark implements Benchmark {
  private static final int TRAJECTORIES = 64;
  private static final int LENGTH = 5_000;
  private static final int FEWEST_TURNS = 3;

  private final List<ChaoticFlow> flows;
  private final double seconds;

  /**
   * @param seconds of processor time to measure each system for, at least
   */
  public LaneBenchmark(List<ChaoticFlow> flows, double seconds) {
    this.flows = flows;
    this.seconds = seconds;
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    for (ChaoticFlow flow : flows) {
      int parameters = flow.parameters().length;
      if (LiftedField.of(flow.system(), flow.dimension(), parameters).isPresent()) {
        run(flow, sink);
      }
    }
  }

  private void run(ChaoticFlow flow, Consumer<Measurement> sink) {
    double[][] starts = new double[TRAJECTORIES][];
    double[] begins = new double[TRAJECTORIES];
    RandomGenerator random = RandomStreams.stream(0, "lane benchmark");
    for (int i = 0; i < TRAJECTORIES; i++) {
      starts[i] = flow.start();
      for (int v = 0; v < flow.dimension(); v++) {
        starts[i][v] *= 1 + 0.01 * random.nextGaussian();
      }
      begins[i] = random.nextDouble() * flow.period();
    }
    List<ChaoticFlow> batch = Collections.nCopies(TRAJECTORIES, flow);
    double step = flow.period() / 100;
    double side = Double.POSITIVE_INFINITY;
    double alone = Double.POSITIVE_INFINITY;
    double begin = ProcessorTime.thread();
    for (int turn = 0; turn < FEWEST_TURNS || ProcessorTime.thread() - begin < seconds; turn++) {
      double before = ProcessorTime.thread();
      Outcome[] outcomes = FlowBatch.sample(batch, starts, begins, step, LENGTH);
      side = Math.min(side, ProcessorTime.thread() - before);
      before = ProcessorTime.thread();
      for (int i = 0; i < TRAJECTORIES / 8; i++) {
        if (outcomes[i].failure() == null) {
          flow.sample(starts[i], begins[i], step, LENGTH);
        }
      }
      alone = Math.min(alone, 8 * (ProcessorTime.thread() - before));
    }
    String name = flow.system().name();
    double points = (double) TRAJECTORIES * LENGTH;
    sink.accept(new Measurement("points-in-lanes", name, points / side, "1/s/core"));
    sink.accept(new Measurement("lanes-over-scalar", name, alone / side, "1"));
  }
}
