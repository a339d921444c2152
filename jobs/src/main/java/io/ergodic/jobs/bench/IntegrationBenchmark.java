package io.ergodic.jobs.bench;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.integrate.DifferentiableField;
import io.ergodic.datasets.integrate.DormandPrince;
import io.ergodic.datasets.integrate.DormandPrince853;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.Trajectory;
import io.ergodic.datasets.scale.Moments;
import java.util.List;
import java.util.function.Consumer;

/**
 * Speed and error of every flow's samples on one core, at 100 points a period and relative
 * tolerance 1e-10: right-hand sides and points a second of processor time, and the defect: the
 * largest difference, over samples and coordinates, between a sample and the solution at tolerance
 * 1e-13 from the sample before it, in deviations of the coordinate; the error is that over the
 * first period from the catalogue's start.
 */
public final class IntegrationBenchmark implements Benchmark {
  private static final Tolerance REFERENCE = new Tolerance(1e-13, 1e-13);
  private static final int POINTS_PER_PERIOD = 100;
  private static final int DEFECTS = 300;
  private static final int TRANSIENT = 20;
  private static final int PERIODS_BETWEEN_CLOCKS = 5;

  private final List<ChaoticFlow> flows;
  private final double seconds;

  /**
   * @param seconds of each timed run; another half of it goes before, for the compiler
   */
  public IntegrationBenchmark(List<ChaoticFlow> flows, double seconds) {
    this.flows = flows;
    this.seconds = seconds;
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    flows.forEach(flow -> run(flow, sink));
  }

  /** Measures a flow; one whose solution ends yields nothing but that, as NaN. */
  private void run(ChaoticFlow flow, Consumer<Measurement> sink) {
    String name = flow.system().name();
    try {
      timed(flow, seconds / 2);
      Speed speed = timed(flow, seconds);
      sink.accept(new Measurement("right-hand-sides", name, speed.evaluations(), "1/s/core"));
      sink.accept(new Measurement("points", name, speed.points(), "1/s/core"));
      sink.accept(
          new Measurement(
              "evaluations-per-point", name, speed.evaluations() / speed.points(), "1"));
      sink.accept(new Measurement("defect", name, defect(flow), "deviations"));
      sink.accept(new Measurement("error", name, error(flow), "deviations"));
    } catch (IntegrationException ended) {
      for (String bench : List.of("right-hand-sides", "points")) {
        sink.accept(new Measurement(bench, name, Double.NaN, "1/s/core"));
      }
    }
  }

  private record Speed(double evaluations, double points) {}

  private static Speed timed(ChaoticFlow flow, double seconds) {
    Counting counting = new Counting(flow);
    Trajectory trajectory = new Trajectory(counting, Tolerance.DEFAULT, flow.start());
    double step = flow.period() / POINTS_PER_PERIOD;
    double[] point = new double[flow.dimension()];
    trajectory.at(TRANSIENT * flow.period(), point, 0);
    counting.count = 0;
    long points = 0;
    double begin = ProcessorTime.thread();
    double now;
    do {
      for (int k = 0; k < PERIODS_BETWEEN_CLOCKS * POINTS_PER_PERIOD; k++) {
        points++;
        trajectory.at(TRANSIENT * flow.period() + points * step, point, 0);
      }
      now = ProcessorTime.thread();
    } while (now - begin < seconds);
    double elapsed = now - begin;
    return new Speed(counting.count / elapsed, points / elapsed);
  }

  private static double defect(ChaoticFlow flow) {
    int n = flow.dimension();
    double step = flow.period() / POINTS_PER_PERIOD;
    double[] samples = new double[(DEFECTS + 1) * n];
    Trajectory trajectory = new Trajectory(flow, Tolerance.DEFAULT, flow.start());
    Moments moments = new Moments(n);
    for (int k = 0; k <= DEFECTS; k++) {
      trajectory.at(TRANSIENT * flow.period() + k * step, samples, k * n);
      moments.add(samples, k * n);
    }
    double[] deviation = moments.scaler().deviation();
    DormandPrince reference = new DormandPrince(flow, REFERENCE);
    double[] start = new double[n];
    double worst = 0;
    for (int k = 0; k < DEFECTS; k++) {
      System.arraycopy(samples, k * n, start, 0, n);
      reference.start(0, start);
      reference.advance(step);
      for (int i = 0; i < n; i++) {
        double difference = Math.abs(reference.state()[i] - samples[(k + 1) * n + i]);
        worst = Math.max(worst, difference / deviation[i]);
      }
    }
    return worst;
  }

  /** Largest difference over one period to a solution of order 8 at 1e-13. */
  private static double error(ChaoticFlow flow) {
    int n = flow.dimension();
    double step = flow.period() / POINTS_PER_PERIOD;
    double[] samples = flow.sample(flow.start(), 0, step, 12 * POINTS_PER_PERIOD);
    Moments moments = new Moments(n);
    for (int offset = 0; offset < samples.length; offset += n) {
      moments.add(samples, offset);
    }
    double[] deviation = moments.scaler().deviation();
    DormandPrince853 reference = new DormandPrince853(flow, REFERENCE);
    reference.start(0, flow.start());
    double worst = 0;
    for (int k = 1; k <= POINTS_PER_PERIOD; k++) {
      reference.advance(k * step);
      for (int i = 0; i < n; i++) {
        double difference = Math.abs(reference.state()[i] - samples[k * n + i]);
        worst = Math.max(worst, difference / deviation[i]);
      }
    }
    return worst;
  }

  private static final class Counting implements DifferentiableField {
    private final ChaoticFlow flow;
    private long count;

    Counting(ChaoticFlow flow) {
      this.flow = flow;
    }

    @Override
    public int dimension() {
      return flow.dimension();
    }

    @Override
    public void derivative(double[] state, double[] derivative) {
      count++;
      flow.derivative(state, derivative);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      flow.jacobian(state, jacobian);
    }

    @Override
    public String toString() {
      return flow.toString();
    }
  }
}
