package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The flow of {@link Thomas} with weak friction: a labyrinth of unstable points. Largest exponent:
 * measured for this project (tangent dynamics with QR, Dormand-Prince at 1e-9, 8 batches after 200
 * periods).
 */
@AutoService(ChaoticSystem.class)
public final class ThomasLabyrinth extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("ThomasLabyrinth", 3)
          .parameter("a", 0.5)
          .parameter("b", 10)
          .start(-4.9599545, 1.0302034, -4.6883893)
          .period(6.05)
          .exponent(1.306)
          .citation(
              "Thomas, Deterministic chaos seen in terms of feedback circuits, Int. "
                  + "J. Bifurc. Chaos 9 (1999) 1889-1905");

  public ThomasLabyrinth() {
    super(new Thomas(), CARD);
  }
}
