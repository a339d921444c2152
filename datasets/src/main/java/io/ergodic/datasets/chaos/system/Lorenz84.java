package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The vector field of {@link Hadley}, Lorenz's model of the general circulation, at other
 * parameters. Largest exponent: measured for this project (tangent dynamics with QR, Dormand-
 * Prince at 1e-9, 8 batches after 200 periods).
 */
@AutoService(ChaoticSystem.class)
public final class Lorenz84 extends Synonym {
  public Lorenz84() {
    super(
        new Hadley(),
        SystemCard.of("Lorenz84", 3)
            .parameter("a", 1.32)
            .parameter("b", 7.91)
            .parameter("f", 4.83)
            .parameter("g", 4.194)
            .start(1.9264792, -0.1340211, -1.7214673)
            .period(6.2586)
            .exponent(0.4301)
            .citation(
                "Lorenz, Irregularity: a fundamental property of the atmosphere, Tellus A 36 "
                    + "(1984) 98-110"));
  }
}
