package io.ergodic.datasets.attractor;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code attractor-net}: grey density renderings of strange attractors at perturbed
 * parameters, seen from random directions; the class is the system.
 */
@AutoService(DatasetSource.class)
public final class AttractorNetSource implements DatasetSource {
  @Override
  public String name() {
    return "attractor-net";
  }

  @Override
  public String description() {
    return "AttractorNet: renderings of perturbed, rotated strange attractors, by system";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return new AttractorNetPlan(AttractorNetSettings.read(settings), seed);
  }
}
