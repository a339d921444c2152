package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The cubic jerk of {@link Arneodo} close to its first period doublings. Long runs settle from a
 * transient with exponent near 0.15 on the attractor. Largest exponent: tangent dynamics of this
 * class with QR at tolerance 1e-8 over 400 periods.
 */
@AutoService(ChaoticSystem.class)
public final class Coullet extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("Coullet", 3)
          .parameter("a", -0.8)
          .parameter("b", 1.1)
          .parameter("c", 0.45)
          .parameter("d", -1)
          .start(-0.39111558, -0.14104111, -0.4961503)
          .period(5.7663)
          .exponent(0.0135)
          .citation(
              "Arneodo, Coullet, Tresser, Occurence of strange attractors in three-"
                  + "dimensional Volterra equations, Phys. Lett. A 79 (1980) 259-263");

  public Coullet() {
    super(new Arneodo(), CARD);
  }
}
