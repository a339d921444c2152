package io.ergodic.models.dynamics;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.regression.RegressionSolver;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The Hankel alternative view of Koopman (Brunton et al., Nat. Commun. 8, 19, 2017): a linear
 * equation of the leading right singular vectors of a Hankel matrix, of which the last one is a
 * forcing. The published model is driven by the forcing that was measured, and so cannot run by
 * itself: here the forcing has a linear equation of its own like the others ({@code forcing =
 * regressed}) or is left out ({@code none}). Settings: {@code delays} (100), {@code rank} (15),
 * {@code coordinates} (all): numbers from 0 of the variables in the Hankel matrix, {@code form}
 * (derivative, by central differences of fourth order; or map, from row to row).
 */
@AutoService(ModelFamily.class)
public final class Havok implements ModelFamily {
  private static final int WINDOWS_A_BATCH = 1024;
  private static final int MOST_FEATURES = 1000;

  @Override
  public String name() {
    return "havok";
  }

  @Override
  public String title() {
    return "HAVOK";
  }

  /** 2: the exponential of a matrix is that of Hipparchus. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Dynamics.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int dimension = context.input(Port.SERIES, name()).axis(1);
    context.output(Port.DYNAMICS, name());
    settings.explain(
        "delays", "rows of the Hankel matrix",
        "rank", "modes, the forcing counted",
        "coordinates", "numbers from 0 of the variables in the Hankel matrix",
        "form", "whether the modes have a differential equation or a map",
        "forcing", "what becomes of the last mode in a free run");
    int delays = settings.integer("delays", 100, 2, MOST_FEATURES);
    int[] coordinates = coordinates(settings, dimension);
    int block = delays * coordinates.length;
    if (HavokForm.windowLength(delays) * coordinates.length > MOST_FEATURES) {
      throw settings.error(
          "delays",
          delays
              + " rows of "
              + coordinates.length
              + " variables, and two more on either side, are more than "
              + MOST_FEATURES
              + " features; lower it, or name fewer coordinates");
    }
    int rank = settings.integer("rank", Math.min(15, block), 2, block);
    boolean map = settings.choice("form", "derivative", List.of("derivative", "map")).equals("map");
    boolean forced =
        settings.choice("forcing", "regressed", List.of("regressed", "none")).equals("regressed");
    settings.rejectUnknown();
    double step = context.schema().step();
    double features = HavokForm.windowLength(delays) * (double) coordinates.length;
    HavokFit fit = new HavokFit(block, coordinates.length, rank, map ? 0 : step);
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () ->
                    new RegressionSolver(new HavokForm(dimension, coordinates, delays, rank), fit),
                new Sequential(
                    new Windows(
                        training.series().series(Split.TRAIN), HavokForm.windowLength(delays)),
                    WINDOWS_A_BATCH)),
        solution -> dynamics(solution, block, dimension, coordinates, forced, map ? 0 : step),
        new Cost((long) rank * rank, features * features / 2, 1, 0));
  }

  private static Dynamics dynamics(
      double[] solution, int block, int dimension, int[] coordinates, boolean forced, double step) {
    HavokModes all = HavokModes.of(solution, block, dimension);
    HavokModes used = forced ? all : all.first(all.rank() - 1);
    RealMatrix map =
        step == 0
            ? used.matrix()
            : MatrixUtils.matrixExponential(used.matrix().scalarMultiply(step));
    return new HavokDynamics(used, map, dimension, coordinates);
  }

  private static int[] coordinates(Settings settings, int dimension) {
    return settings.has("coordinates")
        ? settings.distinct("coordinates", 0, dimension - 1)
        : IntStream.range(0, dimension).toArray();
  }
}
