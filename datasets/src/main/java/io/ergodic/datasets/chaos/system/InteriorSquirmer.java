package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Stokes flow inside a unit cylinder whose wall slips along itself with five Fourier modes, in
 * Cartesian coordinates: the stream function is the sum over n of r^n (r^2 - 1) (g w2 sin(n theta)
 * - a w1 cos(n theta)). The two sets of modes take turns with the period tau = 3; their switch is
 * tanh(20 tau sin(2 pi t / tau)).
 */
@AutoService(ChaoticSystem.class)
public final class InteriorSquirmer implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("InteriorSquirmer", 3)
          .parameter("a", 0.5)
          .parameter("g", 0.5)
          .start(0.099500417, 0.0099833417, 0.1)
          .period(3)
          .citation(
              "Blake, Self propulsion due to oscillations on the surface of a "
                  + "cylinder at low Reynolds number, Bull. Austral. Math. Soc. 5 (1971) "
                  + "255-264");
  private static final SystemTraits TRAITS =
      SystemTraits.none().driven(2, 3).asHamiltonian().asVolumePreserving();

  private static final int MODES = 5;
  private static final double PERIOD = 3;

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
    double a = parameters[0];
    double g = parameters[1];
    double x = state[0];
    double y = state[1];
    double t = state[2];
    double w = gate(t);
    double square = x * x + y * y;
    double re = 1;
    double im = 0;
    double u = 0;
    double v = 0;
    for (int n = 1; n <= MODES; n++) {
      // psi = (r^2 - 1) Re(c z^n) with c = -a w1 - i g w2; re and im hold z^(n - 1)
      double cRe = -a * w;
      double cIm = -g * (1 - w);
      double slopeRe = n * (cRe * re - cIm * im);
      double slopeIm = n * (cRe * im + cIm * re);
      double nextRe = re * x - im * y;
      double nextIm = re * y + im * x;
      double harmonic = cRe * nextRe - cIm * nextIm;
      u += 2 * y * harmonic - (square - 1) * slopeIm;
      v -= 2 * x * harmonic + (square - 1) * slopeRe;
      re = nextRe;
      im = nextIm;
    }
    velocity[0] = u;
    velocity[1] = v;
    velocity[2] = 1;
  }

  private static double gate(double t) {
    double phase = 2 * Math.PI * t / PERIOD;
    return 0.5 * (1 + StrictMath.tanh(20 * PERIOD * StrictSine.sin(phase)));
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    double a = parameters[0];
    double g = parameters[1];
    double x = state[0];
    double y = state[1];
    double t = state[2];
    double w = gate(t);
    double phase = 2 * Math.PI * t / PERIOD;
    double rate = 80 * Math.PI * w * (1 - w) * StrictSine.cos(phase);
    double square = x * x + y * y;
    double wall = square - 1;
    double cRe = -a * w;
    double cIm = -g * (1 - w);
    double re = 1;
    double im = 0;
    double beforeRe = 0;
    double beforeIm = 0;
    for (int n = 1; n <= MODES; n++) {
      double slopeRe = n * (cRe * re - cIm * im);
      double slopeIm = n * (cRe * im + cIm * re);
      double bendRe = n * (n - 1) * (cRe * beforeRe - cIm * beforeIm);
      double bendIm = n * (n - 1) * (cRe * beforeIm + cIm * beforeRe);
      double nextRe = re * x - im * y;
      double nextIm = re * y + im * x;
      double harmonic = cRe * nextRe - cIm * nextIm;
      double changing = rate * (-a * nextRe - g * nextIm);
      double slopeChangeRe = rate * n * (-a * re - g * im);
      double slopeChangeIm = rate * n * (-a * im + g * re);
      double mixed = 2 * y * slopeRe - 2 * x * slopeIm - wall * bendIm;
      jacobian[0] += mixed;
      jacobian[1] += 2 * harmonic - 4 * y * slopeIm - wall * bendRe;
      jacobian[2] += 2 * y * changing - wall * slopeChangeIm;
      jacobian[3] -= 2 * harmonic + 4 * x * slopeRe + wall * bendRe;
      jacobian[4] -= mixed;
      jacobian[5] -= 2 * x * changing + wall * slopeChangeRe;
      beforeRe = re;
      beforeIm = im;
      re = nextRe;
      im = nextIm;
    }
  }
}
