package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.kernel.StrictSine;
import java.util.Map;

/**
 * Stokes flow in a box of length a and height 2 b whose lids move: two modes of wall speed u1
 * sin(pi x / a) and u2 sin(2 pi x / a), of which the first changes its sign every tau / 2, so that
 * either half is the mirror image of the other. The state is x, y and the time, in which the field
 * jumps; the flow keeps areas. Largest exponent: tangent dynamics of this class with QR at
 * tolerance 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class LidDrivenCavityFlow implements ChaoticSystem {
  private static final SystemCard CARD =
      SystemCard.of("LidDrivenCavityFlow", 3)
          .parameter("a", 6)
          .parameter("b", 1)
          .parameter("tau", 1.1)
          .parameter("u1", 9.92786)
          .parameter("u2", 8.34932)
          .start(3.9667903, 0.18425981, 0)
          .period(2.7333)
          .exponent(0.673)
          .citation(
              "Grover, Ross, Stremler and Kumar, Topological chaos, braiding and "
                  + "bifurcation of almost-cyclic sets, Chaos 22 (2012) 043135; Stremler and "
                  + "Chen, Phys. Fluids 19 (2007) 103602");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none()
        .driven(2, 1.1)
        .asHamiltonian()
        .asVolumePreserving()
        .smoothness(SystemTraits.Smoothness.DISCONTINUOUS);
  }

  @Override
  public Map<Integer, Double> periodic(double[] parameters) {
    return Map.of(2, parameters[2]);
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    velocity[0] = 0;
    velocity[1] = 0;
    velocity[2] = 1;
    for (int mode = 1; mode <= 2; mode++) {
      double k = mode * Math.PI / parameters[0];
      double amplitude = amplitude(mode, k, parameters, state[2]);
      velocity[0] += amplitude * StrictSine.sin(k * state[0]) * profile(1, k, parameters, state[1]);
      velocity[1] -=
          amplitude * k * StrictSine.cos(k * state[0]) * profile(0, k, parameters, state[1]);
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    for (int mode = 1; mode <= 2; mode++) {
      double k = mode * Math.PI / parameters[0];
      double amplitude = amplitude(mode, k, parameters, state[2]);
      double sine = amplitude * StrictSine.sin(k * state[0]);
      double cosine = amplitude * k * StrictSine.cos(k * state[0]);
      double slope = profile(1, k, parameters, state[1]);
      jacobian[0] += cosine * slope;
      jacobian[1] += sine * profile(2, k, parameters, state[1]);
      jacobian[3] += sine * k * k * profile(0, k, parameters, state[1]);
      jacobian[4] -= cosine * slope;
    }
  }

  /** Speed of the wall over the slope of the profile there. */
  private static double amplitude(int mode, double k, double[] parameters, double time) {
    double turns = time / parameters[2];
    boolean reversed = mode == 1 && turns - Math.floor(turns) >= 0.5;
    double speed = parameters[2 + mode];
    return (reversed ? -speed : speed) / profile(1, k, parameters, parameters[1]);
  }

  /** y cosh(k b) sinh(k y) - b sinh(k b) cosh(k y), zero at the walls, or a derivative of it. */
  private static double profile(int derivative, double k, double[] parameters, double y) {
    double b = parameters[1];
    double wallCosh = StrictMath.cosh(k * b);
    double wallSinh = StrictMath.sinh(k * b);
    double cosh = StrictMath.cosh(k * y);
    double sinh = StrictMath.sinh(k * y);
    return switch (derivative) {
      case 0 -> y * wallCosh * sinh - b * wallSinh * cosh;
      case 1 -> wallCosh * (sinh + k * y * cosh) - k * b * wallSinh * sinh;
      default -> wallCosh * (2 * k * cosh + k * k * y * sinh) - k * k * b * wallSinh * cosh;
    };
  }
}
