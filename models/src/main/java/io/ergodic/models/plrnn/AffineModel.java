package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.AffineObservation;
import io.ergodic.models.kernel.LaneObservation;
import java.util.random.RandomGenerator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * x = B z with a trained, Kaiming-initialised B (N x M). States are estimated as pinv(B) x; the
 * gradient flows through the pseudo-inverse of the first state only (Hess et al. 2023). B is kept
 * well-conditioned by {@code penalty} (1 - s_1 / (s_last + 1e-8))^2 on its singular values.
 */
final class AffineModel implements ObservationModel {
  private static final double CONDITION_GUARD = 1e-8;

  private final int states;
  private final int observed;
  private final double penalty;
  private final AffineObservation kernel;
  private RealMatrix matrix;
  private RealMatrix inverse;
  private SingularValueDecomposition decomposition;

  AffineModel(int states, int observed, double penalty) {
    this.states = states;
    this.observed = observed;
    this.penalty = penalty;
    this.kernel = new AffineObservation(states, observed);
  }

  @Override
  public int observed() {
    return observed;
  }

  @Override
  public int parameterCount() {
    return kernel.parameterCount();
  }

  @Override
  public LaneObservation kernel() {
    return kernel;
  }

  @Override
  public void initialise(float[] parameters, int offset, RandomGenerator random) {
    double deviation = Math.sqrt(2.0 / states);
    for (int i = 0; i < parameterCount(); i++) {
      parameters[offset + i] = (float) (deviation * random.nextGaussian());
    }
  }

  @Override
  public void load(float[] parameters, int offset) {
    kernel.load(parameters, offset);
    matrix = matrix(parameters, offset);
    decomposition = new SingularValueDecomposition(matrix);
    inverse = decomposition.getSolver().getInverse();
    float[] flat = new float[states * observed];
    for (int m = 0; m < states; m++) {
      for (int n = 0; n < observed; n++) {
        flat[m * observed + n] = (float) inverse.getEntry(m, n);
      }
    }
    kernel.loadInverse(flat);
  }

  @Override
  public void addGradient(float[] parameters, float[] gradient, int offset) {
    kernel.gradient(gradient, offset);
    RealMatrix sum = throughInverse();
    if (penalty > 0) {
      sum = sum.add(conditionGradient().scalarMultiply(penalty));
    }
    for (int n = 0; n < observed; n++) {
      for (int m = 0; m < states; m++) {
        gradient[offset + n * states + m] += (float) sum.getEntry(n, m);
      }
    }
  }

  /**
   * From dL/dP to dL/dB for P = pinv(B): -P'GP' + (1 - BP) G' P P' + P' P G' (1 - PB), with G =
   * dL/dP (Golub and Pereyra 1973).
   */
  private RealMatrix throughInverse() {
    float[] flat = new float[states * observed];
    kernel.inverseGradient(flat);
    RealMatrix transposed = new Array2DRowRealMatrix(observed, states);
    for (int m = 0; m < states; m++) {
      for (int n = 0; n < observed; n++) {
        transposed.setEntry(n, m, flat[m * observed + n]);
      }
    }
    RealMatrix inverseTransposed = inverse.transpose();
    RealMatrix direct =
        inverseTransposed.multiply(transposed.transpose()).multiply(inverseTransposed);
    RealMatrix outside =
        MatrixUtils.createRealIdentityMatrix(observed).subtract(matrix.multiply(inverse));
    RealMatrix kernelPart =
        MatrixUtils.createRealIdentityMatrix(states).subtract(inverse.multiply(matrix));
    RealMatrix left = outside.multiply(transposed).multiply(inverse.multiply(inverseTransposed));
    RealMatrix right =
        inverseTransposed.multiply(inverse).multiply(transposed).multiply(kernelPart);
    return left.add(right).subtract(direct);
  }

  private RealMatrix conditionGradient() {
    double[] values = decomposition.getSingularValues();
    int last = values.length - 1;
    double guarded = values[last] + CONDITION_GUARD;
    double excess = -2 * (1 - values[0] / guarded);
    RealMatrix largest = singularGradient(0).scalarMultiply(excess / guarded);
    RealMatrix smallest =
        singularGradient(last).scalarMultiply(-excess * values[0] / (guarded * guarded));
    return largest.add(smallest);
  }

  private RealMatrix singularGradient(int k) {
    return decomposition
        .getU()
        .getColumnVector(k)
        .outerProduct(decomposition.getV().getColumnVector(k));
  }

  private RealMatrix matrix(float[] parameters, int offset) {
    RealMatrix b = new Array2DRowRealMatrix(observed, states);
    for (int n = 0; n < observed; n++) {
      for (int m = 0; m < states; m++) {
        b.setEntry(n, m, parameters[offset + n * states + m]);
      }
    }
    return b;
  }

  @Override
  public Readout readout(float[] parameters, int offset) {
    RealMatrix b = matrix(parameters, offset);
    RealMatrix p = new SingularValueDecomposition(b).getSolver().getInverse();
    return new Linear(b.getData(), p.getData());
  }

  private record Linear(double[][] forward, double[][] backward) implements Readout {
    @Override
    public void estimate(double[] observations, int from, double[] state) {
      for (int m = 0; m < backward.length; m++) {
        double sum = 0;
        for (int n = 0; n < forward.length; n++) {
          sum += backward[m][n] * observations[from + n];
        }
        state[m] = sum;
      }
    }

    @Override
    public void observe(double[] state, double[] observation) {
      for (int n = 0; n < forward.length; n++) {
        double sum = 0;
        for (int m = 0; m < backward.length; m++) {
          sum += forward[n][m] * state[m];
        }
        observation[n] = sum;
      }
    }
  }
}
