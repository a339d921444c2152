package io.ergodic.jobs.bench;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.EnergyConserving;
import io.ergodic.datasets.integrate.DormandPrince;
import io.ergodic.datasets.integrate.DormandPrince853;
import io.ergodic.datasets.integrate.ImplicitMidpoint;
import io.ergodic.datasets.integrate.SeparableHamiltonian;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.Yoshida;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/**
 * The largest error of the energy, relative to it where it is above 1, over 200 periods of the
 * Hamiltonian systems that keep one: explicit Runge-Kutta methods at relative tolerance 1e-10, and
 * symplectic methods with 500 steps a period. The adaptive methods lose energy steadily, the
 * symplectic ones do not.
 */
public final class EnergyBenchmark implements Benchmark {
  private static final int PERIODS = 200;
  private static final int STEPS_PER_PERIOD = 500;

  @Override
  public void run(Consumer<Measurement> sink) {
    for (ChaoticSystem system : ChaoticSystem.registry().all()) {
      if (system instanceof EnergyConserving conserving) {
        ChaoticFlow flow = ChaoticFlow.standard(system);
        Watch fifth = new Watch(conserving, flow);
        DormandPrince five = new DormandPrince(flow, Tolerance.DEFAULT);
        five.start(0, flow.start());
        each(flow, time -> fifth.see(advance(five, time)));
        fifth.report("order 5", sink);
        Watch eighth = new Watch(conserving, flow);
        DormandPrince853 eight = new DormandPrince853(flow, Tolerance.DEFAULT);
        eight.start(0, flow.start());
        each(flow, time -> eighth.see(advance(eight, time)));
        eighth.report("order 8", sink);
        Watch midpoint = new Watch(conserving, flow);
        ImplicitMidpoint rule = new ImplicitMidpoint(flow);
        double[] state = flow.start();
        double h = flow.period() / STEPS_PER_PERIOD;
        each(
            flow,
            time -> {
              rule.step(state, h);
              midpoint.see(state);
            });
        midpoint.report("implicit midpoint", sink);
        if (system.name().equals("HenonHeiles")) {
          for (int order : new int[] {2, 4, 6}) {
            yoshida(conserving, flow, order, sink);
          }
        }
      }
    }
  }

  private static double[] advance(DormandPrince solver, double time) {
    solver.advance(time);
    return solver.state();
  }

  private static double[] advance(DormandPrince853 solver, double time) {
    solver.advance(time);
    return solver.state();
  }

  private static void each(ChaoticFlow flow, DoubleConsumer action) {
    for (int k = 1; k <= PERIODS * STEPS_PER_PERIOD; k++) {
      action.accept(k * flow.period() / STEPS_PER_PERIOD);
    }
  }

  private static void yoshida(
      EnergyConserving system, ChaoticFlow flow, int order, Consumer<Measurement> sink) {
    Watch watch = new Watch(system, flow);
    Separated separated = new Separated(flow);
    Yoshida integrator = new Yoshida(separated, order);
    int freedoms = separated.freedoms();
    double[] position = Arrays.copyOf(flow.start(), freedoms);
    double[] momentum = Arrays.copyOfRange(flow.start(), freedoms, 2 * freedoms);
    double[] state = new double[2 * freedoms];
    each(
        flow,
        time -> {
          integrator.step(position, momentum, flow.period() / STEPS_PER_PERIOD);
          System.arraycopy(position, 0, state, 0, freedoms);
          System.arraycopy(momentum, 0, state, freedoms, freedoms);
          watch.see(state);
        });
    watch.report("Yoshida, order " + order, sink);
  }

  /** Largest error of the energy seen. */
  private static final class Watch {
    private final EnergyConserving system;
    private final ChaoticFlow flow;
    private final double begin;
    private double worst;

    Watch(EnergyConserving system, ChaoticFlow flow) {
      this.system = system;
      this.flow = flow;
      begin = system.energy(flow.parameters(), flow.start());
    }

    void see(double[] state) {
      double error = Math.abs(system.energy(flow.parameters(), state) - begin);
      worst = Math.max(worst, error / Math.max(1, Math.abs(begin)));
    }

    void report(String method, Consumer<Measurement> sink) {
      sink.accept(new Measurement("energy-error", system.name() + ", " + method, worst, "1"));
    }
  }

  /** A flow of positions, then momenta, whose Hamiltonian is T(p) + V(q). */
  private static final class Separated implements SeparableHamiltonian {
    private final ChaoticFlow flow;
    private final double[] state;
    private final double[] velocity;

    Separated(ChaoticFlow flow) {
      this.flow = flow;
      state = new double[flow.dimension()];
      velocity = new double[flow.dimension()];
    }

    @Override
    public int freedoms() {
      return flow.dimension() / 2;
    }

    @Override
    public void velocity(double[] momentum, double[] result) {
      System.arraycopy(momentum, 0, state, freedoms(), freedoms());
      flow.derivative(state, velocity);
      System.arraycopy(velocity, 0, result, 0, freedoms());
    }

    @Override
    public void force(double[] position, double[] result) {
      System.arraycopy(position, 0, state, 0, freedoms());
      flow.derivative(state, velocity);
      System.arraycopy(velocity, freedoms(), result, 0, freedoms());
    }
  }
}
