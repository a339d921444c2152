package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * The vector field of {@link DequanLi} reduced to a Lorenz-like flow without damping in y. At the
 * standard parameters its chaos is transient: after some tens of periods orbits spiral into a fixed
 * point, which is stable up to k = a (a - c) / (a + c), about 17.3 (c is negative here).
 */
@AutoService(ChaoticSystem.class)
public final class PanXuZhou extends Synonym {
  public PanXuZhou() {
    super(
        new DequanLi(),
        SystemCard.of("PanXuZhou", 3)
            .parameter("a", 10)
            .parameter("c", -2.6667)
            .parameter("d", 0)
            .parameter("eps", 0)
            .parameter("f", 0)
            .parameter("k", 16)
            .start(-3.0380575, -1.9805243, 14.656659)
            .period(1.7829)
            .citation(
                "Zhou, Xu, Lu and Pan, On dynamics analysis of a new chaotic attractor, Phys."
                    + " Lett. A 372 (2008) 5773-5777"));
  }

  @Override
  public SystemTraits traits() {
    return super.traits().regime(SystemTraits.Regime.TRANSIENT);
  }
}
