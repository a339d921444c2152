package io.ergodic.datasets.chaos.written;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.FlowPlan;
import io.ergodic.datasets.chaos.FlowSettings;
import io.ergodic.datasets.chaos.KnownFlow;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code ode}: trajectories of a system that is written down in the settings ({@link
 * WrittenEquations}); all other settings are those of {@code flow}.
 */
@AutoService(DatasetSource.class)
public final class OdeSource implements DatasetSource, KnownFlow {
  @Override
  public String name() {
    return "ode";
  }

  @Override
  public String description() {
    return "Trajectories of equations of your own, with their Jacobian, sampled as those of flow";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    ChaoticFlow flow = flow(settings);
    return new FlowPlan(FlowSettings.read(settings, flow), settings.path("equations"), seed);
  }

  /** At the parameters that are written there, or in the middle of them. */
  @Override
  public ChaoticFlow flow(Settings settings) {
    return ChaoticFlow.standard(WrittenEquations.read(settings));
  }
}
