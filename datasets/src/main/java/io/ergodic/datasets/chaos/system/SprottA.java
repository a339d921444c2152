package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * Sprott's case A, the vector field of {@link NoseHoover} at a = 1; it starts in the chaotic sea.
 * The value is small and converges slowly. Largest exponent: Sprott, Phys. Rev. E 50 (1994), table
 * I.
 */
@AutoService(ChaoticSystem.class)
public final class SprottA extends Synonym {
  public SprottA() {
    super(
        new NoseHoover(),
        SystemCard.of("SprottA", 3)
            .parameter("a", 1)
            .start(0, 5, 0)
            .period(6.3728)
            .exponent(0.014)
            .citation("Sprott, Some simple chaotic flows, Phys. Rev. E 50 (1994) R647-R650"));
  }
}
