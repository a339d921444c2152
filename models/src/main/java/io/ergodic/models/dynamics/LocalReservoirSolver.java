package io.ergodic.models.dynamics;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.regression.NormalEquations;
import io.ergodic.models.regression.RowBlock;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Ridge regressions of the next values of each group on the features of its driven reservoir. Only
 * groups that were seen have sums, and only these are sent. The solution begins with the two halves
 * of the seed that the reservoirs are drawn by; the read-outs follow, units x own variables each.
 */
final class LocalReservoirSolver implements Solver {
  private final LocalGroups groups;
  private final ReservoirSettings settings;
  private final long seed;
  private final NormalEquations[] equations;

  LocalReservoirSolver(LocalGroups groups, ReservoirSettings settings, long seed) {
    this.groups = groups;
    this.settings = settings;
    this.seed = seed;
    this.equations = new NormalEquations[groups.readouts()];
  }

  /** The reservoir of a read-out. */
  static Reservoir reservoir(
      LocalGroups groups, ReservoirSettings settings, long seed, int readout) {
    long own = RandomStreams.derive(seed, "local reservoir", readout);
    return new Reservoir(groups.seen(), settings, own);
  }

  @Override
  public void accumulate(Batch batch) {
    float[] rows = batch.floats(Batch.INPUT);
    int longest = batch.shape(Batch.INPUT)[0];
    for (int i = 0; i < batch.count(); i++) {
      int from = i * longest * groups.dimension();
      int group = batch.ints(LocalSegments.GROUP)[i];
      drive(rows, from, batch.ints(Batch.LENGTH)[i], group, batch.examples()[i]);
    }
  }

  private void drive(float[] rows, int from, int length, int group, long example) {
    int readout = groups.readout(group);
    Reservoir reservoir = reservoir(groups, settings, seed, readout);
    int own = groups.own();
    RowBlock block = new RowBlock(sums(readout), settings.units(), own);
    RandomGenerator random = RandomStreams.stream(seed, "local reservoir noise", example);
    double[] h = new double[settings.units()];
    double[] next = new double[settings.units()];
    double[] input = new double[groups.seen()];
    for (int t = 0; t < length - 1; t++) {
      int row = from + t * groups.dimension();
      groups.gather(group, rows, row, input);
      for (int c = 0; settings.noise() > 0 && c < input.length; c++) {
        input[c] += settings.noise() * random.nextGaussian();
      }
      reservoir.update(h, input, 0, next);
      double[] driven = next;
      next = h;
      h = driven;
      if (t >= settings.washout()) {
        reservoir.features(h, block.x());
        for (int c = 0; c < own; c++) {
          block.y()[c] = rows[row + groups.dimension() + group * own + c];
        }
        block.next();
      }
    }
    block.flush();
  }

  private NormalEquations sums(int readout) {
    if (equations[readout] == null) {
      equations[readout] = new NormalEquations(settings.units(), groups.own());
    }
    return equations[readout];
  }

  @Override
  public void merge(Solver other) {
    NormalEquations[] others = ((LocalReservoirSolver) other).equations;
    for (int r = 0; r < equations.length; r++) {
      if (equations[r] == null) {
        equations[r] = others[r];
      } else if (others[r] != null) {
        equations[r].merge(others[r]);
      }
    }
  }

  /** One after the other: the number of a read-out and its sums. */
  @Override
  public double[] statistics() {
    int size = 0;
    for (NormalEquations one : equations) {
      size += one == null ? 0 : flatLength() + 1;
    }
    double[] all = new double[size];
    int at = 0;
    for (int r = 0; r < equations.length; r++) {
      if (equations[r] != null) {
        all[at] = r;
        System.arraycopy(equations[r].flat(), 0, all, at + 1, flatLength());
        at += flatLength() + 1;
      }
    }
    return all;
  }

  /** Of {@link NormalEquations#flat}. */
  private int flatLength() {
    int units = settings.units();
    return units * (units + 1) / 2 + units * groups.own() + 2;
  }

  @Override
  public void restore(double[] statistics) {
    Arrays.fill(equations, null);
    for (int at = 0; at < statistics.length; at += flatLength() + 1) {
      sums((int) statistics[at])
          .restore(Arrays.copyOfRange(statistics, at + 1, at + 1 + flatLength()));
    }
  }

  @Override
  public double[] solve() {
    double[] solution = new double[ReservoirSolver.SEED + parameterCount()];
    solution[0] = seed >>> 32;
    solution[1] = seed & 0xffffffffL;
    int at = ReservoirSolver.SEED;
    for (int r = 0; r < equations.length; r++) {
      double[] readout = sums(r).ridge(settings.ridge(), "units of reservoir " + r);
      System.arraycopy(readout, 0, solution, at, readout.length);
      at += readout.length;
    }
    return solution;
  }

  @Override
  public int parameterCount() {
    return groups.readouts() * settings.units() * groups.own();
  }
}
