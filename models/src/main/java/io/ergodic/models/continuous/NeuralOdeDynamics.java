package io.ergodic.models.continuous;

import io.ergodic.datasets.capability.SolvedFlow;
import java.util.Arrays;

/**
 * The flow of a trained field from row to row. The state is the observation and, where the equation
 * has more variables, those, which begin as zeros. The Jacobian is that of the solver's steps,
 * which the state alone decides on: that of the exact flow up to the tolerance.
 */
final class NeuralOdeDynamics implements SolvedFlow {
  private final int states;
  private final int observed;
  private final double interval;
  private final DormandPrinceSolver flow;
  private final DormandPrinceSolver tangents;
  private final DormandPrinceSolver matrix;
  private final double[] time = new double[1];
  private final double[] pushed;
  private final double[] all;
  private final double[][] next;
  private final double[][] moved;
  private final double[][] whole;

  /**
   * @param interval between two rows, in the time of the field
   */
  NeuralOdeDynamics(PointField field, int observed, double interval, StepControl control) {
    this.states = field.states();
    this.observed = observed;
    this.interval = interval;
    Norm norm = Norm.rootMeanSquare(states);
    this.flow = new DormandPrinceSolver(new TangentSystem(field, 0), norm, control);
    this.tangents = new DormandPrinceSolver(new TangentSystem(field, 1), norm, control);
    this.matrix = new DormandPrinceSolver(new TangentSystem(field, states), norm, control);
    this.pushed = new double[2 * states];
    this.all = new double[states * (1 + states)];
    this.next = new double[1][states];
    this.moved = new double[1][pushed.length];
    this.whole = new double[1][all.length];
  }

  @Override
  public int stateDimension() {
    return states;
  }

  @Override
  public int observedDimension() {
    return observed;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    System.arraycopy(context, (rows - 1) * observed, state, 0, observed);
    Arrays.fill(state, observed, states, 0);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, observed);
  }

  /** A state that the solver cannot leave is followed by what is not a number. */
  @Override
  public void step(double[] state, double[] target) {
    solve(flow, state, 1, next);
    System.arraycopy(next[0], 0, target, 0, states);
  }

  private void solve(DormandPrinceSolver solver, double[] from, int rows, double[][] to) {
    time[0] = rows * interval;
    try {
      solver.solve(from, time, to, null);
    } catch (SolverFailedException failure) {
      Arrays.fill(to[0], Double.NaN);
    }
  }

  @Override
  public void push(double[] state, double[] tangent, double[] image) {
    System.arraycopy(state, 0, pushed, 0, states);
    System.arraycopy(tangent, 0, pushed, states, states);
    solve(tangents, pushed, 1, moved);
    System.arraycopy(moved[0], states, image, 0, states);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    Arrays.fill(all, 0);
    System.arraycopy(state, 0, all, 0, states);
    for (int i = 0; i < states; i++) {
      all[(1 + i) * states + i] = 1;
    }
    solve(matrix, all, 1, whole);
    for (int i = 0; i < states; i++) {
      for (int j = 0; j < states; j++) {
        jacobian[i * states + j] = whole[0][(1 + j) * states + i];
      }
    }
  }

  @Override
  public long evaluations(double[] state, int rows) {
    long before = flow.evaluations();
    solve(flow, state, rows, next);
    return flow.evaluations() - before;
  }
}
