package io.ergodic.datasets.integrate;

import java.util.Arrays;

/**
 * The adaptive explicit Runge-Kutta method of order 8 with errors of orders 5 and 3 and a
 * continuous extension of order 7 of Hairer, Norsett and Wanner (Solving ODEs I, II.5, II.6). At
 * tight tolerances it needs half the evaluations of order 5. Nothing is allocated after
 * construction, and the same input gives the same bits on every machine.
 */
public final class DormandPrince853 {
  private final VectorField field;
  private final StepControl control;
  private final EighthOrderStages stages;
  private final EighthOrderExtension extension;
  private final int dimension;
  private double time;
  private double previousTime;
  private double proposal;
  private boolean extended;

  public DormandPrince853(VectorField field, Tolerance tolerance) {
    this.field = field;
    this.dimension = field.dimension();
    this.control = new StepControl(tolerance, dimension, 1);
    this.stages = new EighthOrderStages(field, dimension);
    this.extension = new EighthOrderExtension(field, dimension);
  }

  /** Begins a solution; the first step is guessed from the size of state and derivative. */
  public void start(double startTime, double[] startState) {
    time = startTime;
    previousTime = startTime;
    System.arraycopy(startState, 0, stages.state, 0, dimension);
    stages.begin();
    proposal = control.guess(stages, 0);
  }

  /** One accepted step, at most to {@code limit}. */
  public void step(double limit) {
    boolean rejected = false;
    while (true) {
      double remaining = limit - time;
      boolean last = proposal >= remaining;
      double h = last ? remaining : proposal;
      Arrays.fill(stages.steps, h);
      stages.attempt();
      control.measure(stages);
      double error = control.error(0);
      double factor = StepControl.factor(error);
      if (error <= 1) {
        accept(last ? limit : time + h);
        double grown = h * (rejected ? Math.min(1, factor) : factor);
        // a step cut short by the limit says nothing against the longer one proposed before it
        proposal = last ? Math.max(grown, proposal * Math.min(1, factor)) : grown;
        return;
      }
      rejected = true;
      proposal = h * factor;
      if (StepControl.underflows(proposal, time)) {
        throw new IntegrationException("step size underflow", field, time, stages.state);
      }
    }
  }

  private void accept(double reached) {
    stages.end();
    stages.accept();
    extended = false;
    previousTime = time;
    time = reached;
    if (StepControl.diverged(stages.state, 0, 1)) {
      throw new IntegrationException("divergence", field, time, stages.state);
    }
  }

  /** Steps until {@code limit} is reached exactly. */
  public void advance(double limit) {
    while (time < limit) {
      step(limit);
    }
  }

  /** Time reached. */
  public double time() {
    return time;
  }

  /** The state at {@link #time()}; valid until the next step, not to be written to. */
  public double[] state() {
    return stages.state;
  }

  /** Where the last step began. */
  public double previousTime() {
    return previousTime;
  }

  /** Writes the state at a time within the last step to {@code target} from {@code offset} on. */
  public void read(double at, double[] target, int offset) {
    if (at == time) {
      System.arraycopy(stages.state, 0, target, offset, dimension);
      return;
    }
    if (!extended) {
      // begin and end have changed places on acceptance
      extension.extend(stages, stages.next, stages.k[13], stages.state, stages.k[1]);
      extended = true;
    }
    double s = (at - previousTime) / (time - previousTime);
    for (int i = 0; i < dimension; i++) {
      target[offset + i] = extension.at(i, s);
    }
  }

  @Override
  public String toString() {
    return "DormandPrince853 of " + field + " at " + time + " in " + Arrays.toString(state());
  }
}
