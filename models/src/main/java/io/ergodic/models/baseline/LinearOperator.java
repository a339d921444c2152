package io.ergodic.models.baseline;

import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.task.Port;

/**
 * A matrix from the values of a function to the values of another.
 *
 * @param weights output values x input values, row-major
 */
record LinearOperator(Port input, Port output, double[] weights) implements Operator {
  @Override
  public int inputPoints() {
    return input.axis(0);
  }

  @Override
  public int inputChannels() {
    return input.axis(1);
  }

  @Override
  public int outputPoints() {
    return output.axis(0);
  }

  @Override
  public int outputChannels() {
    return output.axis(1);
  }

  @Override
  public void apply(float[] functions, int count, float[] images) {
    int in = input.size();
    int out = output.size();
    for (int f = 0; f < count; f++) {
      for (int o = 0; o < out; o++) {
        double sum = 0;
        for (int i = 0; i < in; i++) {
          sum += weights[o * in + i] * functions[f * in + i];
        }
        images[f * out + o] = (float) sum;
      }
    }
  }
}
