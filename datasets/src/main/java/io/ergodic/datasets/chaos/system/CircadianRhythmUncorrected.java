package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * The clock of {@link CircadianRhythm} with the rate of transcription vc (light + vmin) (vmax -
 * vmin) of the public database, as published data sets have it; its motion is quasi-periodic.
 */
@AutoService(ChaoticSystem.class)
public final class CircadianRhythmUncorrected implements ChaoticSystem {
  private static final ChaoticSystem ORIGINAL = new CircadianRhythm();
  private static final SystemCard CARD =
      SystemCard.of("CircadianRhythmUncorrected", 5)
          .parameter("ki", 1)
          .parameter("k", 0.5)
          .parameter("k1", 0.3)
          .parameter("k2", 0.15)
          .parameter("kd", 1.4)
          .parameter("kdn", 0.4)
          .parameter("km", 0.4)
          .parameter("ks", 1)
          .parameter("n", 4)
          .parameter("ps", 24)
          .parameter("vd", 6)
          .parameter("vdn", 1.5)
          .parameter("vm", 0.7)
          .parameter("vmax", 4.7)
          .parameter("vmin", 1)
          .parameter("vc", 2.5)
          .start(1.5401187, 5.3707921, 41.054266, 11.619073, 5.9703723)
          .period(27)
          .citation(
              "Gonze, Leloup, Goldbeter, Theoretical models for circadian rhythms in "
                  + "Neurospora and Drosophila, C. R. Acad. Sci. Paris III 323 (2000) 57-67");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(4, 2 * Math.PI).regime(SystemTraits.Regime.REGULAR);

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return TRAITS;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    ORIGINAL.derivative(parameters, state, velocity);
    double ki = parameters[0];
    double km = parameters[6];
    double n = parameters[8];
    double vm = parameters[12];
    double vmax = parameters[13];
    double vmin = parameters[14];
    double vc = parameters[15];
    double m = state[0];
    double fn = state[3];
    double vs = vc * (0.5 * (1 + StrictSine.cos(state[4])) + vmin) * (vmax - vmin);
    velocity[0] =
        vs * StrictMath.pow(ki, n) / (StrictMath.pow(ki, n) + StrictMath.pow(fn, n))
            - vm * m / (km + m);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    ORIGINAL.jacobian(parameters, state, jacobian);
    double n = parameters[8];
    double vmax = parameters[13];
    double vmin = parameters[14];
    double vc = parameters[15];
    double fn = state[3];
    double th = state[4];
    double power = StrictMath.pow(fn, n);
    double half = StrictMath.pow(parameters[0], n);
    double sum = power + half;
    double swing = half * vc * (vmax - vmin);
    jacobian[3] = -n * power * swing * (vmin + 0.5 * StrictSine.cos(th) + 0.5) / fn / (sum * sum);
    jacobian[4] = -0.5 * swing * StrictSine.sin(th) / sum;
  }
}
