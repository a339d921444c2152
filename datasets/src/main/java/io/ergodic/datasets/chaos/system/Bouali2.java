package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The economic cycle of {@link Bouali} with its first published feedback, linear in the third
 * variable. Largest exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 400
 * periods.
 */
@AutoService(ChaoticSystem.class)
public final class Bouali2 extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("Bouali2", 3)
          .parameter("a", 3)
          .parameter("b", -2.2)
          .parameter("bb", 0)
          .parameter("c", 0)
          .parameter("g", 1)
          .parameter("m", -0.0026667)
          .parameter("y0", 1)
          .start(-0.79392257, 1.3617589, -0.030578888)
          .period(7.6779)
          .exponent(0.00281)
          .citation(
              "Bouali, Feedback loop in extended van der Pol equation applied to an "
                  + "economic model of cycles, Int. J. Bifurcation Chaos 9 (1999) 745-756");

  public Bouali2() {
    super(new Bouali(), CARD);
  }
}
