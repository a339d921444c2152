package io.ergodic.datasets.integrate;

import io.ergodic.datasets.integrate.EighthOrderTableau.Combination;

/** A step of the method of {@link EighthOrderTableau}, from its trial to its extension. */
final class EighthOrderStep {
  private final VectorField field;
  private final int size;
  private final double[][] k = new double[17][];
  private final double[] stage;
  private final double[][] coefficients;
  private double[] begin;
  private double[] end;
  private double h;

  EighthOrderStep(VectorField field) {
    this.field = field;
    this.size = field.dimension();
    for (int s = 1; s < k.length; s++) {
      k[s] = new double[size];
    }
    stage = new double[size];
    coefficients = new double[8][size];
    begin = new double[size];
    end = new double[size];
  }

  /** Lets the next step begin in a state. */
  void start(double[] state) {
    System.arraycopy(state, 0, end, 0, size);
    finish();
  }

  /** Computes the derivatives at the end: the step is accepted. */
  void finish() {
    field.derivative(end, k[13]);
  }

  /** Begins where the last step ended. */
  void next() {
    double[] swap = begin;
    begin = end;
    end = swap;
    swap = k[1];
    k[1] = k[13];
    k[13] = swap;
  }

  double[] begin() {
    return begin;
  }

  double[] end() {
    return end;
  }

  /** Derivatives at the end, when the step is finished. */
  double[] endDerivative() {
    return k[13];
  }

  /** Computes the end of a step of size {@code h}. */
  void attempt(double h) {
    this.h = h;
    for (int s = 0; s < EighthOrderTableau.STAGES.length; s++) {
      evaluate(EighthOrderTableau.STAGES[s], k[2 + s]);
    }
    for (int i = 0; i < size; i++) {
      end[i] = begin[i] + h * EighthOrderTableau.NEXT.at(k, i);
    }
  }

  private void evaluate(Combination combination, double[] derivative) {
    for (int i = 0; i < size; i++) {
      stage[i] = begin[i] + h * combination.at(k, i);
    }
    field.derivative(stage, derivative);
  }

  /**
   * The error of the step just tried, 1 being allowed: a mixture of those of orders 5 and 3
   * (Solving ODEs I, II.10). NaN where the step left the numbers.
   */
  double error(Tolerance tolerance) {
    double fifth = 0;
    double third = 0;
    for (int i = 0; i < size; i++) {
      double value = Math.max(Math.abs(begin[i]), Math.abs(end[i]));
      double scale = h / (tolerance.absolute() + tolerance.relative() * value);
      double error5 = scale * EighthOrderTableau.FIFTH.at(k, i);
      double error3 = scale * EighthOrderTableau.THIRD.at(k, i);
      fifth += error5 * error5;
      third += error3 * error3;
    }
    double mixed = fifth + 0.01 * third;
    return mixed == 0 ? 0 : fifth / Math.sqrt(size * mixed);
  }

  /** Prepares reading within a finished step. */
  void extend() {
    for (int s = 0; s < EighthOrderTableau.MORE.length; s++) {
      evaluate(EighthOrderTableau.MORE[s], k[14 + s]);
    }
    for (int i = 0; i < size; i++) {
      double difference = end[i] - begin[i];
      double bend = h * k[1][i] - difference;
      coefficients[0][i] = begin[i];
      coefficients[1][i] = difference;
      coefficients[2][i] = bend;
      coefficients[3][i] = difference - h * k[13][i] - bend;
      for (int c = 0; c < EighthOrderTableau.BENDS.length; c++) {
        coefficients[4 + c][i] = h * EighthOrderTableau.BENDS[c].at(k, i);
      }
    }
  }

  /** Value {@code i} at the fraction {@code s} of an extended step. */
  double at(int i, double s) {
    double[][] c = coefficients;
    double r = 1 - s;
    double inner = c[4][i] + s * (c[5][i] + r * (c[6][i] + s * c[7][i]));
    return c[0][i] + s * (c[1][i] + r * (c[2][i] + s * (c[3][i] + r * inner)));
  }
}
