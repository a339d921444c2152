package io.ergodic.models.libtorch;

import io.ergodic.datasets.registry.RecordSettings;
import io.ergodic.datasets.settings.Settings;

/**
 * How a step of a network on libtorch is computed, beside its optimiser: {@code precision}
 * (float32), {@code accumulate} (1) and {@code ema { decay = 0, warmup = true }}.
 *
 * @param precision of the forward pass
 * @param accumulate parts a batch is cut into, whose gradients are added up before the update: less
 *     memory for the same step. Statistics of batch norm are those of the parts
 * @param ema by which the network is evaluated
 */
public record StepSettings(Precision precision, int accumulate, WeightAverage ema) {
  /** Whole batches in single precision, the last weights. */
  static final StepSettings PLAIN = new StepSettings(Precision.FLOAT32, 1, WeightAverage.NONE);

  /** Reads these keys; the caller reads its own and refuses the rest. */
  public static StepSettings read(Settings settings) {
    settings.explain(
        "accumulate", "parts a batch is cut into, whose gradients are added up",
        "precision", "of the forward pass");
    return new StepSettings(
        Precision.read(settings),
        settings.integer("accumulate", 1, 1, 1 << 20),
        RecordSettings.read(WeightAverage.class, settings.child("ema")));
  }
}
