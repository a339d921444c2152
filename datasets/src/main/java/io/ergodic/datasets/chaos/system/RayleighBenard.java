package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/**
 * The vector field of {@link LuChen} at parameters named after thermal convection. It is not the
 * Lorenz truncation, which has r x - y - x z in the second equation and comes to rest at these
 * parameters; published data and results under this name belong to the field below. Largest
 * exponent: tangent dynamics of this class with QR at tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class RayleighBenard extends Synonym {
  public RayleighBenard() {
    super(
        new LuChen(),
        SystemCard.of("RayleighBenard", 3)
            .parameter("a", 30)
            .parameter("b", 5)
            .parameter("r", 18)
            .start(-15.660582, -13.32018, 26.879362)
            .period(0.91967)
            .exponent(1.8)
            .citation(
                "Lu and Chen, A new chaotic attractor coined, Int. J. Bifurc. Chaos 12 (2002)"
                    + " 659-661; named after Yanagita and Kaneko, Physica D 82 (1995) 288-313"));
  }
}
