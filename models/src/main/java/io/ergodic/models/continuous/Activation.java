package io.ergodic.models.continuous;

import io.ergodic.models.kernel.HyperbolicTangent;
import io.ergodic.models.kernel.Logistic;

/** What hidden units make of their input; all but relu by the hyperbolic tangent. */
enum Activation {
  TANH {
    @Override
    void apply(double[] values, int count, double[] scratch) {
      HyperbolicTangent.apply(values, 0, count);
    }

    @Override
    void slope(double[] inputs, double[] outputs, int count, double[] slopes) {
      for (int i = 0; i < count; i++) {
        slopes[i] = 1 - outputs[i] * outputs[i];
      }
    }
  },
  /** x, or exp(x) - 1 where that is negative: 2 t / (1 - t) with t = tanh(x / 2). */
  ELU {
    @Override
    void apply(double[] values, int count, double[] scratch) {
      for (int i = 0; i < count; i++) {
        scratch[i] = 0.5 * Math.min(0, values[i]);
      }
      HyperbolicTangent.apply(scratch, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] = values[i] < 0 ? 2 * scratch[i] / (1 - scratch[i]) : values[i];
      }
    }

    @Override
    void slope(double[] inputs, double[] outputs, int count, double[] slopes) {
      for (int i = 0; i < count; i++) {
        slopes[i] = inputs[i] < 0 ? outputs[i] + 1 : 1;
      }
    }
  },
  /** x times the logistic function of x. */
  SILU {
    @Override
    void apply(double[] values, int count, double[] scratch) {
      System.arraycopy(values, 0, scratch, 0, count);
      Logistic.apply(scratch, 0, count);
      for (int i = 0; i < count; i++) {
        values[i] *= scratch[i];
      }
    }

    @Override
    void slope(double[] inputs, double[] outputs, int count, double[] slopes) {
      System.arraycopy(inputs, 0, slopes, 0, count);
      Logistic.apply(slopes, 0, count);
      for (int i = 0; i < count; i++) {
        slopes[i] += outputs[i] * (1 - slopes[i]);
      }
    }
  },
  RELU {
    @Override
    void apply(double[] values, int count, double[] scratch) {
      for (int i = 0; i < count; i++) {
        values[i] = values[i] < 0 ? 0 : values[i];
      }
    }

    @Override
    void slope(double[] inputs, double[] outputs, int count, double[] slopes) {
      for (int i = 0; i < count; i++) {
        slopes[i] = inputs[i] < 0 ? 0 : 1;
      }
    }
  };

  /** Replaces the first {@code count} inputs by outputs; {@code scratch} has room for as many. */
  abstract void apply(double[] values, int count, double[] scratch);

  /** The derivative at the first {@code count} inputs, whose outputs are known. */
  abstract void slope(double[] inputs, double[] outputs, int count, double[] slopes);
}
