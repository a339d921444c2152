package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.regression.NormalEquations;
import io.ergodic.models.regression.RowBlock;
import java.util.random.RandomGenerator;

/**
 * Ridge regression of the next row on the features of a driven reservoir. The solution begins with
 * the two halves of the seed that the reservoir is drawn by; the read-out follows, units x
 * dimension.
 */
final class ReservoirSolver implements Solver {
  /** Numbers before the read-out. */
  static final int SEED = 2;

  private final ReservoirSettings settings;
  private final int dimension;
  private final long seed;
  private final Reservoir reservoir;
  private final NormalEquations equations;
  private final RowBlock block;

  ReservoirSolver(int dimension, ReservoirSettings settings, long seed) {
    this.settings = settings;
    this.dimension = dimension;
    this.seed = seed;
    this.reservoir = new Reservoir(dimension, settings, seed);
    this.equations = new NormalEquations(settings.units(), dimension);
    this.block = new RowBlock(equations, settings.units(), dimension);
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
        reservoir.features(h, block.x());
        for (int c = 0; c < dimension; c++) {
          block.y()[c] = rows[row + dimension + c];
        }
        block.next();
      }
    }
    block.flush();
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
    double[] readout = equations.ridge(settings.ridge(), "units of the reservoir");
    double[] solution = new double[SEED + readout.length];
    solution[0] = seed >>> 32;
    solution[1] = seed & 0xffffffffL;
    System.arraycopy(readout, 0, solution, SEED, readout.length);
    return solution;
  }

  @Override
  public int parameterCount() {
    return settings.units() * dimension;
  }
}
