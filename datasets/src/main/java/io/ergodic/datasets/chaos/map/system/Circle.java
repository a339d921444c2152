package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/** Arnold's circle map x' = x + omega + k / (2 pi) sin(2 pi x) mod 1, the angle in turns. */
@AutoService(ChaoticMap.class)
public final class Circle implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("Circle", 1)
          .parameter("k", 5.7)
          .parameter("omega", 0.333)
          .start(0.1)
          .period(1)
          .citation("Arnold, Small denominators I, Izv. Akad. Nauk SSSR 25 (1961) 21-86");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public Map<Integer, Double> periodic() {
    return Map.of(0, 1.0);
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    double k = parameters[0];
    double omega = parameters[1];
    double x = state[0];
    double value = x + omega + k / (2 * Math.PI) * StrictSine.sin(2 * Math.PI * x);
    next[0] = value - Math.floor(value);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double k = parameters[0];
    double x = state[0];
    jacobian[0] = 1 + k * StrictSine.cos(2 * Math.PI * x);
  }
}
