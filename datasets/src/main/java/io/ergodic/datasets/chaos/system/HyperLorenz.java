package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The field of {@link HyperJha} at d = 1.1; c is the Rayleigh number, b the aspect ratio. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class HyperLorenz extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("HyperLorenz", 4)
          .parameter("a", 10)
          .parameter("c", 28)
          .parameter("b", 2.667)
          .parameter("d", 1.1)
          .start(-9.1860737, -0.67445706, 16.440537, -145.02438)
          .period(1.2775)
          .exponent(0.264)
          .citation(
              "Jia, Hyperchaos generated from the Lorenz chaotic system and its "
                  + "control, Phys. Lett. A 366 (2007) 217-222");

  public HyperLorenz() {
    super(new HyperJha(), CARD);
  }
}
