package io.ergodic.datasets.chaos.delay;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.FlowPlan;
import io.ergodic.datasets.chaos.FlowSettings;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code delay}: trajectories of the catalogue's delay equations; settings: those of
 * {@code flow}.
 */
@AutoService(DatasetSource.class)
public final class DelaySource implements DatasetSource {
  @Override
  public String name() {
    return "delay";
  }

  @Override
  public String description() {
    return "Trajectories of a delay equation of the catalogue, sampled by its period, with noise and splits as for flows";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    FlowSettings read = FlowSettings.read(settings, DelayEquation.readStandard(settings));
    return new FlowPlan(read, settings.path("system"), seed);
  }
}
