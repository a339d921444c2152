package io.ergodic.models.plrnn;

import io.ergodic.datasets.settings.Settings;
import java.util.List;

/**
 * Normal noise added to training sequences, anew for every batch.
 *
 * @param deviation its standard deviation; 0 for none
 * @param onTargets whether what is compared with has the same noise, or only what states start from
 *     and are forced by
 */
public record TrainingNoise(double deviation, boolean onTargets) {
  public static final TrainingNoise NONE = new TrainingNoise(0, true);

  static TrainingNoise read(Settings settings, TrainingNoise fallback) {
    settings.explain(
        "noise", "deviation of noise added to training sequences",
        "noiseOn", "whether targets have it too, or inputs alone");
    double deviation = settings.number("noise", fallback.deviation(), 0, 1e6);
    String where =
        settings.choice(
            "noiseOn", fallback.onTargets() ? "both" : "inputs", List.of("both", "inputs"));
    return new TrainingNoise(deviation, where.equals("both"));
  }
}
