package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * The vector field of {@link Sakarya} at the parameters of Liu and Chen. The axes x and z are
 * invariant lines that orbits come close to for ever longer, so the exponent converges slowly,
 * towards zero, and no value is given.
 */
@AutoService(ChaoticSystem.class)
public final class LiuChen extends Synonym {
  public LiuChen() {
    super(
        new Sakarya(),
        SystemCard.of("LiuChen", 3)
            .parameter("a", 0.4)
            .parameter("b", 12)
            .parameter("c", -5)
            .parameter("h", 0)
            .parameter("p", 0)
            .parameter("q", -1)
            .parameter("r", 1)
            .parameter("s", 1)
            .start(-0.69831818, -2.4317864e-07, -2.5996153e-06)
            .period(8.0164)
            .citation(
                "Liu and Chen, Can a three-dimensional smooth autonomous quadratic chaotic "
                    + "system generate a single four-scroll attractor?, Int. J. Bifurc. Chaos 14 "
                    + "(2004) 1395-1403"));
  }

  @Override
  public SystemTraits traits() {
    return super.traits().regime(SystemTraits.Regime.TRANSIENT);
  }
}
