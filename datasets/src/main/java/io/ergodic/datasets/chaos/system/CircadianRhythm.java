package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * A circadian clock under light and dark: transcript m, protein fc, fs, fn and the phase of the day
 * th. Light swings the rate of transcription sinusoidally from vmin to vmax; the public database
 * brackets this differently, see {@link CircadianRhythmUncorrected}.
 */
@AutoService(ChaoticSystem.class)
public final class CircadianRhythm implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("CircadianRhythm", 5)
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
          .start(1.5401187, 5.3707921, 41.054266, 11.619073, 5.9703723)
          .period(27)
          .citation(
              "Gonze, Leloup, Goldbeter, Theoretical models for circadian rhythms in "
                  + "Neurospora and Drosophila, C. R. Acad. Sci. Paris III 323 (2000) 57-67");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(4, 2 * Math.PI).regime(SystemTraits.Regime.REGULAR);

  private static final double TURN = 2 * Math.PI;

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
    double ki = parameters[0];
    double k = parameters[1];
    double k1 = parameters[2];
    double k2 = parameters[3];
    double kd = parameters[4];
    double kdn = parameters[5];
    double km = parameters[6];
    double ks = parameters[7];
    double n = parameters[8];
    double ps = parameters[9];
    double vd = parameters[10];
    double vdn = parameters[11];
    double vm = parameters[12];
    double vmax = parameters[13];
    double vmin = parameters[14];
    double m = state[0];
    double fc = state[1];
    double fs = state[2];
    double fn = state[3];
    double th = state[4];
    double vs = vmin + (vmax - vmin) * 0.5 * (1 + StrictSine.cos(th));
    velocity[0] =
        vs * StrictMath.pow(ki, n) / (StrictMath.pow(ki, n) + StrictMath.pow(fn, n))
            - vm * m / (km + m);
    velocity[1] = ks * m - k1 * fc + k2 * fn - k * fc;
    velocity[2] = k * fc - vd * fs / (kd + fs);
    velocity[3] = k1 * fc - k2 * fn - vdn * fn / (kdn + fn);
    velocity[4] = TURN / ps;
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double ki = parameters[0];
    double k = parameters[1];
    double k1 = parameters[2];
    double k2 = parameters[3];
    double kd = parameters[4];
    double kdn = parameters[5];
    double km = parameters[6];
    double ks = parameters[7];
    double n = parameters[8];
    double vd = parameters[10];
    double vdn = parameters[11];
    double vm = parameters[12];
    double vmax = parameters[13];
    double vmin = parameters[14];
    double m = state[0];
    double fs = state[2];
    double fn = state[3];
    double th = state[4];
    double t0 = 1 / ((km + m));
    double t1 = StrictMath.pow(fn, n);
    double t2 = StrictMath.pow(ki, n);
    double t3 = t1 + t2;
    double t4 = 0.5 * vmax - 0.5 * vmin;
    double t5 = 1 / ((fs + kd));
    double t6 = fn + kdn;
    jacobian[0] = t0 * vm * (m * t0 - 1);
    jacobian[3] = -n * t1 * t2 * (t4 * (StrictSine.cos(th) + 1) + vmin) / fn / (t3 * t3);
    jacobian[4] = -t2 * t4 * StrictSine.sin(th) / t3;
    jacobian[5] = ks;
    jacobian[6] = -k - k1;
    jacobian[8] = k2;
    jacobian[11] = k;
    jacobian[12] = t5 * vd * (fs * t5 - 1);
    jacobian[16] = k1;
    jacobian[18] = fn * vdn / (t6 * t6) - k2 - vdn / t6;
  }
}
