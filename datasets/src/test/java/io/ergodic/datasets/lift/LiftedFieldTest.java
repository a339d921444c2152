package io.ergodic.datasets.lift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.kernel.LaneField;
import io.ergodic.datasets.kernel.LaneOperations;
import io.ergodic.datasets.kernel.StrictSine;
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

  /** Functions of arguments that are computed, of the same argument, of what outputs need too. */
  static final class Wavy extends Ring {
    Wavy() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      double phase = parameters[0] * x[1] + 0.5;
      velocity[0] = StrictMath.sin(x[0]) - phase;
      velocity[1] = 3 * StrictSine.cos(phase) + StrictMath.sin(x[0]);
      velocity[2] = StrictSine.cos(x[2] * 1e5) * StrictMath.sin(0.25);
      velocity[3] = phase;
    }

    @Override
    public void jacobian(double[] parameters, double[] x, double[] jacobian) {
      jacobian[0] = StrictMath.cos(x[0]);
      jacobian[5] = -StrictSine.sin(x[1] * x[3]);
    }
  }

  /** What would take a third loop. */
  static final class Nested extends Ring {
    Nested() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      velocity[0] = StrictMath.sin(StrictMath.cos(x[0]) + 1);
      velocity[1] = x[0];
    }
  }

  /** More functions than rows to keep them in. */
  static final class Crowded extends Ring {
    Crowded() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      velocity[0] = StrictMath.sin(x[0]) + StrictMath.cos(x[0]);
    }
  }

  /** What no vector has. */
  static final class Growing extends Ring {
    Growing() {
      super(null);
    }

    @Override
    public void derivative(double[] parameters, double[] x, double[] velocity) {
      velocity[0] = StrictMath.exp(x[0]);
    }
  }

  @Test
  void everyLaneHasTheBitsOfTheEquations() throws Exception {
    check(new Ring(new Ring(null)));
  }

  @Test
  void everyLaneHasTheBitsOfFunctions() throws Exception {
    check(new Wavy());
  }

  private static void check(Ring ring) throws Exception {
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
    assertThatThrownBy(() -> LiftedField.lift(new Growing(), 1, 1))
        .hasMessage("calls java.lang.StrictMath");
    assertThatThrownBy(() -> LiftedField.lift(new Nested(), 2, 1))
        .hasMessage("a function of a function");
    assertThatThrownBy(() -> LiftedField.lift(new Crowded(), 1, 1))
        .hasMessage("2 functions for 1 outputs");
    assertThatThrownBy(() -> LiftedField.lift(new Object(), 1, 1))
        .hasMessageContaining("no bytecode of java.lang.Object.derivative");
    assertThatThrownBy(() -> LiftedField.lift(new Ring(null), 40, 1))
        .hasMessageContaining("operations");
    assertThat(LiftedField.of(new Branching(), 1, 1)).isEmpty();
  }
}
