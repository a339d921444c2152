package com.example.systems;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;

/** The simplest piecewise linear flow that is chaotic: x''' = -A x'' - x' + |x| - 1. */
@AutoService(ChaoticSystem.class)
public final class LinzSprott implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LinzSprott", 3)
          .parameter("A", 0.6)
          .start(-1.9539, 0.6374, 1.29265)
          .period(6.51)
          .citation(
              "Linz, Sprott, Elementary chaotic flow, Phys. Lett. A 259 (1999) 240-245");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    velocity[0] = state[1];
    velocity[1] = state[2];
    velocity[2] = -parameters[0] * state[2] - state[1] + Math.abs(state[0]) - 1;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    jacobian[1] = 1;
    jacobian[5] = 1;
    jacobian[6] = Math.signum(state[0]);
    jacobian[7] = -1;
    jacobian[8] = -parameters[0];
  }
}
