package io.ergodic.datasets.chaos.map.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.map.ChaoticMap;
import io.ergodic.datasets.kernel.StrictSine;

/**
 * Aref's blinking vortex in a disc of radius a: a vortex of circulation gamma stands at (b, 0) for
 * a time t, then one at (-b, 0) for as long. While one stands, a particle moves on a circle |z - b|
 * = q |z - a^2/b|, and its angle from the centre, seen from the side of the image vortex, obeys
 * Kepler's equation with the eccentricity 2 q / (1 + q^2): the map is exact. It preserves area.
 */
@AutoService(ChaoticMap.class)
public final class BlinkingVortexMap implements ChaoticMap {
  private static final SystemCard CARD =
      SystemCard.of("BlinkingVortexMap", 2)
          .parameter("a", 1)
          .parameter("b", 0.5)
          .parameter("gamma", 1)
          .parameter("t", 1.5)
          .start(0.17, 0.33)
          .period(1)
          .citation("Aref, Stirring by chaotic advection, J. Fluid Mech. 143 (1984) 1-21");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public void apply(double[] parameters, double[] state, double[] next) {
    Circle first = new Circle(parameters, state[0], state[1]);
    // the second vortex acts as the first one does in the plane turned by half a turn
    Circle second = new Circle(parameters, -first.endX(), -first.endY());
    next[0] = -second.endX();
    next[1] = -second.endY();
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    Circle first = new Circle(parameters, state[0], state[1]);
    double[] before = first.jacobian();
    double[] after = new Circle(parameters, -first.endX(), -first.endY()).jacobian();
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        jacobian[2 * i + j] = after[2 * i] * before[j] + after[2 * i + 1] * before[2 + j];
      }
    }
  }

  /** The way of one particle round the vortex at (b, 0), from (x, y). */
  private static final class Circle {
    private final double vortex;
    private final double image;
    private final double q;
    private final double strength;
    private final double start;
    private final double end;

    Circle(double[] parameters, double x, double y) {
      vortex = parameters[1];
      image = parameters[0] * parameters[0] / vortex;
      q = Math.hypot(x - vortex, y) / Math.hypot(x - image, y);
      strength =
          parameters[2] * parameters[3] / (2 * Math.PI * (image - vortex) * (image - vortex));
      start = StrictMath.atan2(y, x - centre());
      end = solve(start - eccentricity() * StrictSine.sin(start) + turn());
    }

    double endX() {
      return centre() + radius() * StrictSine.cos(end);
    }

    double endY() {
      return radius() * StrictSine.sin(end);
    }

    private double centre() {
      return (vortex - q * q * image) / (1 - q * q);
    }

    private double radius() {
      return q * (image - vortex) / (1 - q * q);
    }

    private double eccentricity() {
      return 2 * q / (1 + q * q);
    }

    /** Advance of the mean angle. */
    private double turn() {
      double s = 1 - q * q;
      return strength * s * s * s / (q * q * (1 + q * q));
    }

    /**
     * Newton's method on Kepler's equation; it converges from pi for every eccentricity below 1.
     */
    private double solve(double mean) {
      double e = eccentricity();
      double turns = 2 * Math.PI * Math.floor(mean / (2 * Math.PI));
      double angle = Math.PI;
      for (int i = 0; i < 50; i++) {
        double step =
            (angle - e * StrictSine.sin(angle) - (mean - turns)) / (1 - e * StrictSine.cos(angle));
        angle -= step;
        if (Math.abs(step) < 1e-15) {
          break;
        }
      }
      return angle;
    }

    /** Derivative of the end by the start, through the coordinates q and angle. */
    double[] jacobian() {
      double[] from = chart(start);
      double[] to = chart(end);
      double s = 1 - q * q;
      double p = 1 + q * q;
      double turnByQ = turn() * (-6 * q / s - 2 / q - 2 * q / p);
      double eccentricityByQ = 2 * s / (p * p);
      double e = eccentricity();
      double speed = 1 - e * StrictSine.cos(end);
      double byAngle = (1 - e * StrictSine.cos(start)) / speed;
      double byQ =
          (turnByQ + eccentricityByQ * (StrictSine.sin(end) - StrictSine.sin(start))) / speed;
      double determinant = from[0] * from[3] - from[1] * from[2];
      double[] result = new double[4];
      for (int i = 0; i < 2; i++) {
        double q0 = to[2 * i] + to[2 * i + 1] * byQ;
        double angle0 = to[2 * i + 1] * byAngle;
        result[2 * i] = (q0 * from[3] - angle0 * from[2]) / determinant;
        result[2 * i + 1] = (angle0 * from[0] - q0 * from[1]) / determinant;
      }
      return result;
    }

    /** d(x, y) / d(q, angle). */
    private double[] chart(double angle) {
      double s = 1 - q * q;
      double centreByQ = 2 * q * (vortex - image) / (s * s);
      double radiusByQ = (image - vortex) * (1 + q * q) / (s * s);
      double cos = StrictSine.cos(angle);
      double sin = StrictSine.sin(angle);
      return new double[] {
        centreByQ + radiusByQ * cos, -radius() * sin, radiusByQ * sin, radius() * cos
      };
    }
  }
}
