package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.baseline.NormalEquations;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.training.TrainingFailedException;
import java.util.random.RandomGenerator;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;

/**
 * Ridge regression of the next row on the features of a driven reservoir. The solution begins with
 * the two halves of the seed that the reservoir is drawn by; the read-out follows, units x
 * dimension.
 */
final class ReservoirSolver implements Solver {
  /** Numbers before the read-out. */
  static final int SEED = 2;

  private static final int BLOCK = 64;

  private final ReservoirSettings settings;
  private final int dimension;
  private final long seed;
  private final Reservoir reservoir;
  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;

  ReservoirSolver(int dimension, ReservoirSettings settings, long seed) {
    this.settings = settings;
    this.dimension = dimension;
    this.seed = seed;
    this.reservoir = new Reservoir(dimension, settings, seed);
    this.equations = new NormalEquations(settings.units(), dimension);
    this.x = new double[BLOCK][settings.units()];
    this.y = new double[BLOCK][dimension];
  }

  /** The seed that a solution's reservoir is drawn by. */
  static long seed(double[] solution) {
    return (long) solution[0] << 32 | (long) solution[1];
  }

  @Override
  public void accumulate(Batch batch) {
    float[] rows = batch.floats(Batch.INPUT);
    int longest = batch.shape(Batch.INPUT)[0];
    for (int i = 0; i < batch.count(); i++) {
      drive(rows, i * longest * dimension, batch.ints(Batch.LENGTH)[i], batch.examples()[i]);
    }
  }

  private void drive(float[] rows, int from, int length, long example) {
    RandomGenerator random = RandomStreams.stream(seed, "reservoir noise", example);
    double[] h = new double[settings.units()];
    double[] next = new double[settings.units()];
    double[] input = new double[dimension];
    int filled = 0;
    for (int t = 0; t < length - 1; t++) {
      int row = from + t * dimension;
      for (int c = 0; c < dimension; c++) {
        input[c] =
            rows[row + c] + (settings.noise() > 0 ? settings.noise() * random.nextGaussian() : 0);
      }
      reservoir.update(h, input, 0, next);
      double[] driven = next;
      next = h;
      h = driven;
      if (t >= settings.washout()) {
        reservoir.features(h, x[filled]);
        for (int c = 0; c < dimension; c++) {
          y[filled][c] = rows[row + dimension + c];
        }
        if (++filled == BLOCK) {
          equations.add(x, y, filled);
          filled = 0;
        }
      }
    }
    equations.add(x, y, filled);
  }

  @Override
  public void merge(Solver other) {
    equations.merge(((ReservoirSolver) other).equations);
  }

  @Override
  public double[] statistics() {
    return equations.flat();
  }

  @Override
  public void restore(double[] statistics) {
    equations.restore(statistics);
  }

  @Override
  public double[] solve() {
    RealMatrix gram = equations.gram();
    for (int f = 0; f < settings.units(); f++) {
      gram.addToEntry(f, f, settings.ridge());
    }
    RealMatrix readout;
    try {
      readout = new CholeskyDecomposition(gram, 1e-9, 0).getSolver().solve(equations.cross());
    } catch (MathRuntimeException singular) {
      throw new TrainingFailedException(
          "the units of the reservoir are linearly dependent on this data ("
              + singular.getMessage()
              + "); raise ridge above "
              + settings.ridge());
    }
    double[] solution = new double[SEED + settings.units() * dimension];
    solution[0] = seed >>> 32;
    solution[1] = seed & 0xffffffffL;
    for (int f = 0; f < settings.units(); f++) {
      System.arraycopy(readout.getRow(f), 0, solution, SEED + f * dimension, dimension);
    }
    return solution;
  }

  @Override
  public int parameterCount() {
    return settings.units() * dimension;
  }
}
