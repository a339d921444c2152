package io.ergodic.models.plan;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.optimiser.Schedule;

/**
 * {@code type3}: the full rate for four epochs, then a tenth less each epoch, as in the
 * long-horizon forecasting benchmarks, which adjust the rate after an epoch.
 */
public final class TypeThree implements Schedule.Kind {
  @Override
  public String name() {
    return "type3";
  }

  @Override
  public Schedule create(Schedule.Plan plan, Settings settings) {
    return (step, epoch) -> plan.learningRate() * Math.pow(0.9, Math.max(0, epoch - 3));
  }
}
