package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The stirred disc of {@link BlinkingRotlet} without friction: two point vortices and their images
 * behind a slippery wall.
 */
@AutoService(ChaoticSystem.class)
public final class BlinkingVortex extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("BlinkingVortex", 3)
          .parameter("a", 1)
          .parameter("b", 0.5)
          .parameter("bc", 0)
          .parameter("sigma", -1)
          .parameter("tau", 3)
          .start(-0.0853, 0.00444, 0)
          .period(2.7617)
          .citation("Aref, Stirring by chaotic advection, J. Fluid Mech. 143 (1984) 1-21");

  public BlinkingVortex() {
    super(new BlinkingRotlet(), CARD);
  }
}
