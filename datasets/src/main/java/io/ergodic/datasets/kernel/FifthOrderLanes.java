package io.ergodic.datasets.kernel;

import static io.ergodic.datasets.kernel.LaneOperations.WIDTH;
import static io.ergodic.datasets.kernel.LaneOperations.load;

import jdk.incubator.vector.DoubleVector;

/**
 * A trial step of the Dormand-Prince pair of orders 5 and 4 in every lane, each with a step size of
 * its own: the operations of {@code DormandPrince}, in the same order.
 */
public final class FifthOrderLanes {
  private final LaneField field;
  private final double[] parameters;
  private final int dimension;
  private final int lanes;
  private final int size;
  private final double[] h;
  private final double[] k2;
  private final double[] k3;
  private final double[] k4;
  private final double[] k5;
  private final double[] k6;
  private final double[] stage;
  private double[] state;
  private double[] derivative;
  private double[] next;
  private double[] nextDerivative;

  /**
   * @param parameters of every lane, side by side like the states
   */
  public FifthOrderLanes(LaneField field, double[] parameters, int dimension, int lanes) {
    this.field = field;
    this.parameters = parameters;
    this.dimension = dimension;
    this.lanes = lanes;
    size = dimension * lanes;
    h = new double[size];
    k2 = new double[size];
    k3 = new double[size];
    k4 = new double[size];
    k5 = new double[size];
    k6 = new double[size];
    stage = new double[size];
    state = new double[size];
    derivative = new double[size];
    next = new double[size];
    nextDerivative = new double[size];
  }

  /** States at the beginning of the step, after {@link #swap} at its end. */
  public double[] state() {
    return state;
  }

  public double[] derivative() {
    return derivative;
  }

  /** States at the end of the step just tried, after {@link #swap} at its beginning. */
  public double[] other() {
    return next;
  }

  public double[] otherDerivative() {
    return nextDerivative;
  }

  /** Makes the ends of the steps just tried the states, in all lanes. */
  public void swap() {
    double[] swap = state;
    state = next;
    next = swap;
    swap = derivative;
    derivative = nextDerivative;
    nextDerivative = swap;
  }

  /** Writes (df/dx) f at states with known derivatives. */
  public void acceleration(double[] states, double[] velocities, double[] accelerations) {
    field.acceleration(parameters, states, velocities, accelerations, lanes);
  }

  /** Tries a step of every lane's own size. */
  public void attempt(double[] steps) {
    for (int i = 0; i < dimension; i++) {
      System.arraycopy(steps, 0, h, i * lanes, lanes);
    }
    stage2();
    field.derivative(parameters, stage, k2, lanes);
    stage3();
    field.derivative(parameters, stage, k3, lanes);
    stage4();
    field.derivative(parameters, stage, k4, lanes);
    stage5();
    field.derivative(parameters, stage, k5, lanes);
    stage6();
    field.derivative(parameters, stage, k6, lanes);
    last();
    field.derivative(parameters, next, nextDerivative, lanes);
  }

  private void stage2() {
    for (int i = 0; i < size; i += WIDTH) {
      move(load(derivative, i).mul(1.0 / 5), stage, i);
    }
  }

  private void stage3() {
    for (int i = 0; i < size; i += WIDTH) {
      move(load(derivative, i).mul(3.0 / 40).add(load(k2, i).mul(9.0 / 40)), stage, i);
    }
  }

  private void stage4() {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector sum =
          load(derivative, i)
              .mul(44.0 / 45)
              .sub(load(k2, i).mul(56.0 / 15))
              .add(load(k3, i).mul(32.0 / 9));
      move(sum, stage, i);
    }
  }

  private void stage5() {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector sum =
          load(derivative, i)
              .mul(19372.0 / 6561)
              .sub(load(k2, i).mul(25360.0 / 2187))
              .add(load(k3, i).mul(64448.0 / 6561))
              .sub(load(k4, i).mul(212.0 / 729));
      move(sum, stage, i);
    }
  }

  private void stage6() {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector sum =
          load(derivative, i)
              .mul(9017.0 / 3168)
              .sub(load(k2, i).mul(355.0 / 33))
              .add(load(k3, i).mul(46732.0 / 5247))
              .add(load(k4, i).mul(49.0 / 176))
              .sub(load(k5, i).mul(5103.0 / 18656));
      move(sum, stage, i);
    }
  }

  private void last() {
    for (int i = 0; i < size; i += WIDTH) {
      DoubleVector sum =
          load(derivative, i)
              .mul(35.0 / 384)
              .add(load(k3, i).mul(500.0 / 1113))
              .add(load(k4, i).mul(125.0 / 192))
              .sub(load(k5, i).mul(2187.0 / 6784))
              .add(load(k6, i).mul(11.0 / 84));
      move(sum, next, i);
    }
  }

  private void move(DoubleVector slope, double[] target, int i) {
    load(state, i).add(load(h, i).mul(slope)).intoArray(target, i);
  }

  /**
   * Measures the step just tried.
   *
   * @param errors receives every lane's error, 1 being allowed
   * @param sizes receives the largest absolute value of every lane's next state
   */
  public void measure(double absolute, double relative, double[] errors, double[] sizes) {
    for (int lane = 0; lane < lanes; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(LaneOperations.SPECIES);
      DoubleVector farthest = sum;
      for (int i = lane; i < size; i += lanes) {
        DoubleVector error =
            load(derivative, i)
                .mul(71.0 / 57600)
                .sub(load(k3, i).mul(71.0 / 16695))
                .add(load(k4, i).mul(71.0 / 1920))
                .sub(load(k5, i).mul(17253.0 / 339200))
                .add(load(k6, i).mul(22.0 / 525))
                .sub(load(nextDerivative, i).mul(1.0 / 40));
        DoubleVector reached = load(next, i).abs();
        farthest = farthest.max(reached);
        DoubleVector largest = load(state, i).abs().max(reached);
        DoubleVector part = load(h, i).mul(error).div(largest.mul(relative).add(absolute));
        sum = sum.add(part.mul(part));
      }
      sum.div(dimension).sqrt().intoArray(errors, lane);
      farthest.intoArray(sizes, lane);
    }
  }
}
