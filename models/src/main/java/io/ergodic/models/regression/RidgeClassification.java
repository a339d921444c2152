package io.ergodic.models.regression;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression of +1 for the class of an example and -1 for the others, of two classes for the
 * second alone. Features are centred and divided by their Euclidean norm. The penalty is the one of
 * the least squared error when each example in turn is left out, which one eigendecomposition of
 * the examples' Gram matrix gives in closed form: with G = (K + penalty 1)^-1 the error of example
 * i is (G y)_i / (G_ii - 1 / (n penalty)), the last term being the constant's.
 */
public final class RidgeClassification {
  private final float[][] features;
  private final int[] labels;
  private final int outputs;
  private final double[] mean;
  private final double[] norm;

  /**
   * @param features by feature, of all examples
   * @param labels of all examples
   */
  public RidgeClassification(float[][] features, int[] labels, int classes) {
    this.features = features;
    this.labels = labels;
    this.outputs = classes == 2 ? 1 : classes;
    this.mean = new double[features.length];
    this.norm = new double[features.length];
  }

  /** Numbers of a solution. */
  public static int size(int features, int classes) {
    return (classes == 2 ? 1 : classes) * (features + 1);
  }

  /**
   * Fits.
   *
   * @param penalties to choose from
   * @return for each output the weights of the features as they are, then the constant
   */
  public double[] fit(double[] penalties) {
    int n = labels.length;
    EigenDecompositionSymmetric eigen = new EigenDecompositionSymmetric(gram());
    RealMatrix vectors = eigen.getV();
    double[] targetMean = new double[outputs];
    RealMatrix rotated = eigen.getVT().multiply(targets(targetMean));
    double least = Double.POSITIVE_INFINITY;
    RealMatrix best = null;
    for (double penalty : penalties) {
      RealMatrix scaled = rotated.copy();
      double[] inverse = new double[n];
      for (int k = 0; k < n; k++) {
        inverse[k] = 1 / (Math.max(0, eigen.getEigenvalue(k)) + penalty);
        for (int o = 0; o < outputs; o++) {
          scaled.multiplyEntry(k, o, inverse[k]);
        }
      }
      RealMatrix dual = vectors.multiply(scaled);
      double error = leftOut(vectors, inverse, dual, 1 / (n * penalty));
      if (error < least) {
        least = error;
        best = dual;
      }
    }
    return primal(best, targetMean);
  }

  private RealMatrix gram() {
    int n = labels.length;
    NormalEquations equations = new NormalEquations(n, 0);
    RowBlock block = new RowBlock(equations, n, 0);
    for (int f = 0; f < features.length; f++) {
      double sum = 0;
      for (float value : features[f]) {
        sum += value;
      }
      mean[f] = sum / n;
      double squares = 0;
      for (float value : features[f]) {
        squares += (value - mean[f]) * (value - mean[f]);
      }
      // What is the same for all examples but for rounding tells nothing.
      norm[f] = squares > 1e-12 * n * (1 + mean[f] * mean[f]) ? Math.sqrt(squares) : 0;
      if (norm[f] > 0) {
        for (int i = 0; i < n; i++) {
          block.x()[i] = (features[f][i] - mean[f]) / norm[f];
        }
        block.next();
      }
    }
    block.flush();
    return equations.gram();
  }

  private RealMatrix targets(double[] targetMean) {
    int n = labels.length;
    RealMatrix targets = new Array2DRowRealMatrix(n, outputs);
    for (int o = 0; o < outputs; o++) {
      int wanted = outputs == 1 ? 1 : o;
      double sum = 0;
      for (int label : labels) {
        sum += label == wanted ? 1 : -1;
      }
      targetMean[o] = sum / n;
      for (int i = 0; i < n; i++) {
        targets.setEntry(i, o, (labels[i] == wanted ? 1 : -1) - targetMean[o]);
      }
    }
    return targets;
  }

  private static double leftOut(
      RealMatrix vectors, double[] inverse, RealMatrix dual, double constant) {
    double sum = 0;
    for (int i = 0; i < inverse.length; i++) {
      double own = -constant;
      for (int k = 0; k < inverse.length; k++) {
        own += vectors.getEntry(i, k) * vectors.getEntry(i, k) * inverse[k];
      }
      for (int o = 0; o < dual.getColumnDimension(); o++) {
        double error = dual.getEntry(i, o) / own;
        sum += error * error;
      }
    }
    return sum;
  }

  private double[] primal(RealMatrix dual, double[] targetMean) {
    double[] solution = new double[outputs * (features.length + 1)];
    for (int o = 0; o < outputs; o++) {
      int from = o * (features.length + 1);
      double[] column = dual.getColumn(o);
      double constant = targetMean[o];
      for (int f = 0; f < features.length; f++) {
        double sum = 0;
        for (int i = 0; norm[f] > 0 && i < column.length; i++) {
          sum += (features[f][i] - mean[f]) * column[i];
        }
        double weight = norm[f] > 0 ? sum / (norm[f] * norm[f]) : 0;
        solution[from + f] = weight;
        constant -= weight * mean[f];
      }
      solution[from + features.length] = constant;
    }
    return solution;
  }
}
