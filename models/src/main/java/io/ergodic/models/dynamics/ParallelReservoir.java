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
 * Local reservoirs side by side on a ring of variables (Pathak et al., Phys. Rev. Lett. 120,
 * 024102, 2018; Vlachas et al., Neural Networks 126, 2020): each group of neighbours has a
 * reservoir, which sees some variables of the groups beside it, and a read-out of its own, all of
 * them fitted in one pass. Settings: those of {@link LocalGroups} and {@link ReservoirSettings}.
 */
@AutoService(ModelFamily.class)
public final class ParallelReservoir implements ModelFamily {
  /** Of sums of products over all read-outs: 8 GiB. */
  private static final double MOST_SUMS = 1 << 30;

  @Override
  public String name() {
    return "parallel-reservoir";
  }

  @Override
  public String title() {
    return "Parallel reservoirs";
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
    LocalGroups groups = LocalGroups.read(settings, dimension);
    ReservoirSettings reservoir = ReservoirSettings.read(settings, groups.seen());
    settings.rejectUnknown();
    double units = reservoir.units();
    if (groups.readouts() * units * units > MOST_SUMS) {
      throw settings.error(
          "units",
          reservoir.units()
              + " units in each of "
              + groups.readouts()
              + " reservoirs have more than 2^30 products; lower units or groups, or set shared");
    }
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () -> new LocalReservoirSolver(groups, reservoir, training.seed()),
                new Sequential(
                    new LocalSegments(
                        new Segments(training.series().series(Split.TRAIN), reservoir.washout()),
                        groups.groups()),
                    1)),
        solution -> new LocalReservoirDynamics(groups, reservoir, solution),
        new Cost(
            (long) units * groups.own() * groups.readouts(),
            groups.groups() * units * units / 2,
            1,
            0));
  }
}
