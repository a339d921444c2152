package io.ergodic.datasets.chaos;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/** The source {@code flow}: trajectories of the catalogue's systems; settings: FlowSettings. */
@AutoService(DatasetSource.class)
public final class FlowSource implements DatasetSource, KnownFlow {
  @Override
  public String name() {
    return "flow";
  }

  @Override
  public String description() {
    return "Trajectories of a chaotic flow of the catalogue, sampled by its period, with noise and"
        + " splits by initial condition or time";
  }

  @Override
  public int revision() {
    return 2;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return new FlowPlan(FlowSettings.read(settings), settings.path("system"), seed);
  }

  @Override
  public ChaoticFlow flow(Settings settings) {
    return ChaoticFlow.read(settings);
  }
}
