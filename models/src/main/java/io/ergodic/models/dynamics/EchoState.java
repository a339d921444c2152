package io.ergodic.models.dynamics;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Sequential;
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
import java.util.Optional;
import java.util.Set;

/**
 * A reservoir computer: an echo state network whose read-out is a ridge regression. Settings: those
 * of {@link ReservoirSettings}.
 */
@AutoService(ModelFamily.class)
public final class EchoState implements ModelFamily {
  @Override
  public String name() {
    return "reservoir";
  }

  @Override
  public String title() {
    return "Reservoir";
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
  public Model create(ModelContext context, Settings settings) {
    int dimension = context.input(Port.SERIES, name()).axis(1);
    context.output(Port.DYNAMICS, name());
    ReservoirSettings reservoir = ReservoirSettings.read(settings, dimension);
    settings.rejectUnknown();
    double units = reservoir.units();
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () -> new ReservoirSolver(dimension, reservoir, training.seed()),
                new Sequential(
                    new Segments(training.series().series(Split.TRAIN), reservoir.washout()), 1)),
        solution -> dynamics(solution, dimension, reservoir),
        new Cost((long) units * dimension, units * units / 2, 1, 0));
  }

  private static Dynamics dynamics(double[] solution, int dimension, ReservoirSettings settings) {
    Reservoir drawn = new Reservoir(dimension, settings, ReservoirSolver.seed(solution));
    return new ReservoirDynamics(
        drawn, dimension, settings.washout(), solution, ReservoirSolver.SEED);
  }
}
