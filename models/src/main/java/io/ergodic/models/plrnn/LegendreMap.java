package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.HyperbolicTangent;
import java.util.Arrays;

/** The map of a {@link io.ergodic.models.kernel.LegendreCell} in double precision. */
final class LegendreMap implements StateMap {
  private final LegendreArchitecture form;
  private final double[] transition;
  private final double[] input;
  private final double[] weights;
  private final double[] seen;
  private final double[] units;

  LegendreMap(LegendreArchitecture form, double[] transition, double[] input, double[] weights) {
    this.form = form;
    this.transition = transition;
    this.input = input;
    this.weights = weights;
    this.seen = new double[form.states()];
    this.units = new double[form.hidden()];
  }

  /** (x, h, m') in {@code seen} and h' in {@code units}. */
  private void sense(double[] state) {
    int states = form.states();
    int memory = form.observed() + form.hidden();
    double u = 0;
    for (int i = 0; i < states; i++) {
      u += weights[i] * state[i];
    }
    System.arraycopy(state, 0, seen, 0, memory);
    for (int i = 0; i < form.order(); i++) {
      double sum = input[i] * u;
      for (int j = 0; j < form.order(); j++) {
        sum += transition[i * form.order() + j] * state[memory + j];
      }
      seen[memory + i] = sum;
    }
    for (int k = 0; k < form.hidden(); k++) {
      double sum = 0;
      for (int i = 0; i < states; i++) {
        sum += weights[states * (k + 1) + i] * seen[i];
      }
      units[k] = HyperbolicTangent.of(sum);
    }
  }

  @Override
  public void step(double[] state, double[] next) {
    sense(state);
    int memory = form.observed() + form.hidden();
    for (int n = 0; n < form.observed(); n++) {
      double sum = weights[form.shift() + n];
      for (int k = 0; k < form.hidden(); k++) {
        sum += weights[form.shown() + n * form.hidden() + k] * units[k];
      }
      next[n] = sum;
    }
    System.arraycopy(units, 0, next, form.observed(), form.hidden());
    System.arraycopy(seen, memory, next, memory, form.order());
  }

  @Override
  public void jacobian(double[] state, double[] jacobian) {
    sense(state);
    int states = form.states();
    int memory = form.observed() + form.hidden();
    Arrays.fill(jacobian, 0, states * states, 0);
    for (int i = 0; i < form.order(); i++) {
      int row = (memory + i) * states;
      for (int j = 0; j < states; j++) {
        jacobian[row + j] = input[i] * weights[j];
      }
      for (int j = 0; j < form.order(); j++) {
        jacobian[row + memory + j] += transition[i * form.order() + j];
      }
    }
    for (int k = 0; k < form.hidden(); k++) {
      int row = (form.observed() + k) * states;
      double slope = 1 - units[k] * units[k];
      for (int j = 0; j < states; j++) {
        double sum = j < memory ? weights[states * (k + 1) + j] : 0;
        for (int i = 0; i < form.order(); i++) {
          sum += weights[states * (k + 1) + memory + i] * jacobian[(memory + i) * states + j];
        }
        jacobian[row + j] = slope * sum;
      }
    }
    for (int n = 0; n < form.observed(); n++) {
      for (int k = 0; k < form.hidden(); k++) {
        double weight = weights[form.shown() + n * form.hidden() + k];
        for (int j = 0; j < states; j++) {
          jacobian[n * states + j] += weight * jacobian[(form.observed() + k) * states + j];
        }
      }
    }
  }
}
