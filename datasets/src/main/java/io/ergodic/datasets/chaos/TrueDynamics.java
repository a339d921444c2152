package io.ergodic.datasets.chaos;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.integrate.FlowMap;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The flow behind a dataset, as a map over one sampling step in the coordinates models see: what
 * the perfect model would be. It gives every metric of free runs its floor.
 *
 * <p>Known for two kinds of dataset:
 *
 * <ul>
 *   <li>sources {@code flow} and {@code ode}: exactly, the scaler's standardisation included, where
 *       all coordinates are stored and all trajectories have the same parameters. An angle or a
 *       phase that the data show as sine and cosine, or wrapped, is a coordinate of the state, in
 *       [0, repeat), and the Jacobian is that of the state: observations have more values than
 *       states, and their own Jacobian would have a direction in which nothing can move;
 *   <li>any source whose settings hold an object {@code truth}: with {@code system} and, where they
 *       differ from the catalogue, {@code parameters} and {@code dimension}. {@code truth.step} is
 *       the time between rows (else the schema's). {@code truth.coordinates} says how the file's
 *       numbers relate to the equations': {@code same}, or {@code affine} (default), an unknown
 *       shift and scale per coordinate, taken from equal mean and deviation of the file (the
 *       manifest's scaler) and of a run of the true system over 4000 periods. {@code truth.noise}
 *       (0) is the observation noise of the train file relative to the clean deviation, which is
 *       taken out of the file's deviation first. The statistical error of both moments, some
 *       hundredths of a deviation for a file of some hundred periods, stays in affine coordinates.
 * </ul>
 */
public final class TrueDynamics implements Dynamics {
  private static final int PERIODS = 4000;
  private static final int SAMPLES_PER_PERIOD = 16;

  private final FlowMap map;
  private final int dimension;
  private final PeriodicColumns columns;
  private final boolean same;
  private final double[] columnShift;
  private final double[] columnScale;
  private final double[] shift;
  private final double[] scale;
  private final double[] raw;
  private final double[] row;

  /**
   * Columns are (c - shift) / scale for c of the equations. Of states the same holds, but for the
   * coordinates whose columns are another thing than they: these stay the equations'.
   */
  private TrueDynamics(
      ChaoticFlow flow, PeriodicColumns columns, double step, double[] shift, double[] scale) {
    this.map = new FlowMap(flow, step, Tolerance.DEFAULT);
    this.dimension = flow.dimension();
    this.columns = columns;
    this.columnShift = shift;
    this.columnScale = scale;
    this.shift = new double[dimension];
    this.scale = new double[dimension];
    boolean all = true;
    for (int i = 0; i < dimension; i++) {
      boolean own = !columns.changes(i);
      all &= own;
      this.shift[i] = own ? shift[columns.column(i)] : 0;
      this.scale[i] = own ? scale[columns.column(i)] : 1;
    }
    this.same = all;
    this.raw = new double[dimension];
    this.row = new double[columns.count()];
  }

  /**
   * The true dynamics of a dataset, where it is known.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException when {@code truth} names an unknown
   *     system or does not fit the data
   */
  public static Optional<Dynamics> of(Manifest manifest) {
    Schema schema = manifest.schema();
    if (!schema.kind().equals(Schema.SERIES)) {
      return Optional.empty();
    }
    Settings settings = Settings.parse(manifest.settings().toString(), manifest.name());
    if (knownFlow(manifest).isPresent()) {
      if (settings.has("coordinates") || !schema.parameters().isEmpty()) {
        return Optional.empty();
      }
      ChaoticFlow flow = knownFlow(manifest).get().flow(settings);
      return Optional.of(
          inCoordinatesOfEquations(manifest, flow, columns(flow, schema.columns()), schema.step()));
    }
    return settings.has("truth")
        ? Optional.of(ofTruth(manifest, settings.child("truth")))
        : Optional.empty();
  }

  private static Optional<KnownFlow> knownFlow(Manifest manifest) {
    Registry<DatasetSource> sources = DatasetSource.registry();
    return sources.contains(manifest.source())
            && sources.get(manifest.source(), manifest.name()) instanceof KnownFlow known
        ? Optional.of(known)
        : Optional.empty();
  }

  /**
   * Checks an object {@code truth} before a dataset is made.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException if it cannot be used
   */
  public static void check(Settings truth, int columns) {
    Truth.read(truth, 1, columns);
  }

  private record Truth(ChaoticFlow flow, double step, double noise, boolean affine) {
    static Truth read(Settings settings, double fallbackStep, int columns) {
      ChaoticFlow flow = ChaoticFlow.read(settings);
      Truth truth =
          new Truth(
              flow,
              settings.number("step", fallbackStep, 1e-12, 1e12),
              settings.number("noise", 0, 0, 100),
              settings.choice("coordinates", "affine", List.of("affine", "same")).equals("affine"));
      settings.rejectUnknown();
      if (flow.dimension() != columns) {
        throw settings.error(
            "system",
            flow.system().name() + " has " + flow.dimension() + " variables, the data " + columns);
      }
      return truth;
    }
  }

  private static Dynamics ofTruth(Manifest manifest, Settings settings) {
    Schema schema = manifest.schema();
    Truth truth = Truth.read(settings, schema.step(), schema.dimension());
    ChaoticFlow flow = truth.flow();
    if (!truth.affine()) {
      return inCoordinatesOfEquations(manifest, flow, plain(flow), truth.step());
    }
    double step = flow.period() / SAMPLES_PER_PERIOD;
    double[] run =
        FlowSampling.sample(
            flow,
            new Tolerance(1e-7, 1e-7),
            flow.start(),
            100 * flow.period(),
            step,
            PERIODS * SAMPLES_PER_PERIOD);
    Scaler own = FlowSampling.moments(run, flow.dimension()).scaler();
    Scaler file = manifest.scaler();
    double clean = 1 / Math.sqrt(1 + truth.noise() * truth.noise());
    double[] shift = own.mean().clone();
    double[] scale = own.deviation().clone();
    for (int i = 0; i < shift.length; i++) {
      double deviation = file.deviation()[i] * clean;
      if (schema.standardise()) {
        scale[i] /= clean;
      } else {
        scale[i] /= deviation;
        shift[i] -= file.mean()[i] * scale[i];
      }
    }
    return new TrueDynamics(flow, plain(flow), truth.step(), shift, scale);
  }

  /** The form that the names of columns tell: data may be older than the setting. */
  private static PeriodicColumns columns(ChaoticFlow flow, List<String> names) {
    int[] all = IntStream.range(0, flow.dimension()).toArray();
    for (PeriodicForm form : PeriodicForm.values()) {
      PeriodicColumns columns = PeriodicColumns.of(flow, form);
      if (columns.names(all).equals(names)) {
        return columns;
      }
    }
    return plain(flow);
  }

  private static PeriodicColumns plain(ChaoticFlow flow) {
    return PeriodicColumns.of(flow, PeriodicForm.UNWRAPPED);
  }

  private static Dynamics inCoordinatesOfEquations(
      Manifest manifest, ChaoticFlow flow, PeriodicColumns columns, double step) {
    if (manifest.schema().standardise()) {
      double[] mean = manifest.scaler().mean().clone();
      return new TrueDynamics(flow, columns, step, mean, manifest.scaler().deviation().clone());
    }
    double[] ones = new double[columns.count()];
    Arrays.fill(ones, 1);
    return new TrueDynamics(flow, columns, step, new double[columns.count()], ones);
  }

  @Override
  public int stateDimension() {
    return dimension;
  }

  @Override
  public int observedDimension() {
    return columns.count();
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    int from = (rows - 1) * row.length;
    if (same) {
      System.arraycopy(context, from, state, 0, dimension);
      return;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = columnShift[i] + columnScale[i] * context[from + i];
    }
    columns.invert(row, raw);
    toModel(state);
  }

  @Override
  public void step(double[] state, double[] next) {
    toEquations(state);
    map.apply(raw, raw);
    for (int i = 0; i < dimension; i++) {
      if (columns.changes(i)) {
        // a phase that grows loses the digits that count
        raw[i] = columns.remainder(i, raw[i]);
      }
    }
    toModel(next);
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    toEquations(state);
    map.jacobian(raw, jacobian);
    for (int i = 0; i < dimension; i++) {
      for (int j = 0; j < dimension; j++) {
        jacobian[i * dimension + j] *= scale[j] / scale[i];
      }
    }
  }

  @Override
  public void observe(double[] state, double[] observation) {
    if (same) {
      System.arraycopy(state, 0, observation, 0, dimension);
      return;
    }
    toEquations(state);
    columns.observe(raw, observation);
    for (int i = 0; i < row.length; i++) {
      observation[i] = (observation[i] - columnShift[i]) / columnScale[i];
    }
  }

  private void toModel(double[] state) {
    for (int i = 0; i < dimension; i++) {
      state[i] = (raw[i] - shift[i]) / scale[i];
    }
  }

  private void toEquations(double[] state) {
    for (int i = 0; i < dimension; i++) {
      raw[i] = shift[i] + scale[i] * state[i];
    }
  }
}
