package io.ergodic.datasets.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.kernel.LaneField;
import io.ergodic.datasets.kernel.LaneOperations;
import org.junit.jupiter.api.Test;

class LiftedFieldTest {
  /** A field with all that can be lifted: loops, choices of index, calls, arrays, fields. */
  static class Ring {
    private static final double[] WEIGHTS = {0.25, -3, Math.PI};
    private final Ring inner;

    Ring(Ring inner) {
      this.inner = inner;
    }

    public void derivative(double[] parameters, double[] x, double[] velocity) {
      int n = x.length;
      double[] squares = new double[n];
      for (int i = 0; i < n; i++) {
        squares[i] += x[i] * x[i];
      }
      for (int i = 0; i < n; i++) {
        double next = x[i + 1 < n ? i + 1 : 0];
        velocity[i] = WEIGHTS[i % 3] * next - squares[(i + 2) % n] / (2 + i) + -0.0;
        velocity[i] += part(parameters[0], Math.max(x[i], next));
      }
      if (inner != null) {
        inner.more(velocity);
      }
    }

    private static double part(double a, double b) {
      return Math.sqrt(Math.abs(a * b)) - Math.min(a, -b);
    }

    void more(double[] velocity) {
      velocity[0] = -velocity[0];
    }

    public void jacobian(double[] parameters, double[] x, double[] jacobian) {
      int n = x.length;
      for (int i = 0; i < n; i++) {
        jacobian[i * n + i] = parameters[0] * x[i];
        jacobian[i * n + (i + 1) % n] = WEIGHTS[i % 3];
      }
    }
  }

  /** What lanes cannot do each for itself. */
  static final class Branching extends Ring {
    Branching() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      velocity[0] = x[0] > 0 ? 1 : -1;
    }
  }

  static final class Wavy extends Ring {
    Wavy() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      velocity[0] = StrictMath.sin(x[0]);
    }
  }

  @Test
  void everyLaneHasTheBitsOfTheEquations() throws Exception {
    Ring ring = new Ring(new Ring(null));
    int n = 4;
    int lanes = 3 * LaneOperations.WIDTH;
    LaneField field = LiftedField.lift(ring, n, 1);
    double[] parameters = new double[lanes];
    double[] states = new double[n * lanes];
    for (int i = 0; i < states.length; i++) {
      // zeros of both signs among them
      states[i] = i % 7 == 0 ? (i % 2 == 0 ? 0.0 : -0.0) : StrictMath.sin(i) * 3;
    }
    for (int lane = 0; lane < lanes; lane++) {
      parameters[lane] = StrictMath.cos(lane);
    }
    double[] velocities = new double[n * lanes];
    double[] accelerations = new double[n * lanes];
    field.derivative(parameters, states, velocities, lanes);
    field.acceleration(parameters, states, velocities, accelerations, lanes);
    for (int lane = 0; lane < lanes; lane++) {
      double[] own = {parameters[lane]};
      double[] x = new double[n];
      double[] velocity = new double[n];
      double[] jacobian = new double[n * n];
      for (int v = 0; v < n; v++) {
        x[v] = states[v * lanes + lane];
      }
      ring.derivative(own, x, velocity);
      ring.jacobian(own, x, jacobian);
      for (int v = 0; v < n; v++) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
          sum += jacobian[v * n + j] * velocity[j];
        }
        assertThat(bits(velocities[v * lanes + lane])).isEqualTo(bits(velocity[v]));
        assertThat(bits(accelerations[v * lanes + lane])).isEqualTo(bits(sum));
      }
    }
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  @Test
  void saysWhyEquationsCannotBeLifted() {
    assertThatThrownBy(() -> LiftedField.lift(new Branching(), 1, 1))
        .hasMessage("a branch on a value");
    assertThatThrownBy(() -> LiftedField.lift(new Wavy(), 1, 1))
        .hasMessage("calls java.lang.StrictMath");
    assertThatThrownBy(() -> LiftedField.lift(new Object(), 1, 1))
        .hasMessageContaining("no bytecode of java.lang.Object.derivative");
    assertThatThrownBy(() -> LiftedField.lift(new Ring(null), 40, 1))
        .hasMessageContaining("operations");
    assertThat(LiftedField.of(new Branching(), 1, 1)).isEmpty();
  }
}
