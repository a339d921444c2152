package io.ergodic.models.block;

import java.util.random.RandomGenerator;

/** How a parameter starts: fills its values, row-major, from a stream of its own. */
@FunctionalInterface
public interface Initial {
  /**
   * Fills a parameter.
   *
   * @param target where its values stand
   * @param from index of the first
   * @param shape of the parameter
   */
  void fill(float[] target, int from, long[] shape, RandomGenerator random);

  /** Draws each value alone. */
  @FunctionalInterface
  interface Draw {
    float next(RandomGenerator random);
  }

  /** Every value drawn alone, in order. */
  static Initial each(Draw draw) {
    return (target, from, shape, random) -> {
      int count = count(shape);
      for (int i = 0; i < count; i++) {
        target[from + i] = draw.next(random);
      }
    };
  }

  static Initial constant(double value) {
    return each(random -> (float) value);
  }

  /** Uniform on (-bound, bound). */
  static Initial uniform(double bound) {
    return each(random -> (float) (bound * (2 * random.nextDouble() - 1)));
  }

  /**
   * Uniform with bound 1 / sqrt(inputs): variance 1 / (3 inputs), the usual start of linear and
   * convolution layers (LeCun et al. 1998).
   */
  static Initial fan(long inputs) {
    return uniform(1 / Math.sqrt(inputs));
  }

  /** Uniform with variance 2 / (inputs + outputs) (Glorot and Bengio 2010). */
  static Initial glorot(long inputs, long outputs) {
    return uniform(Math.sqrt(6.0 / (inputs + outputs)));
  }

  static Initial normal(double deviation) {
    return each(random -> (float) (deviation * random.nextGaussian()));
  }

  /** Normal with variance 2 / inputs, for layers before a ReLU (He et al. 2015). */
  static Initial kaiming(long inputs) {
    return normal(Math.sqrt(2.0 / inputs));
  }

  /** Normal, drawn again beyond two deviations. */
  static Initial truncated(double deviation) {
    return each(
        random -> {
          double draw = random.nextGaussian();
          while (Math.abs(draw) > 2) {
            draw = random.nextGaussian();
          }
          return (float) (deviation * draw);
        });
  }

  /**
   * A random matrix with orthonormal rows or columns, whichever are fewer, of the first axis by all
   * others (Saxe et al. 2014), by Gram and Schmidt on normal draws.
   */
  static Initial orthogonal(double gain) {
    return (target, from, shape, random) -> {
      int rows = (int) shape[0];
      int columns = count(shape) / rows;
      Orthogonal.fill(target, from, rows, columns, gain, random);
    };
  }

  /** Convolutions (outputs, inputs, kernel...) that pass their input through (Zagoruyko 2017). */
  static Initial dirac() {
    return (target, from, shape, random) -> {
      int area = count(shape) / (int) (shape[0] * shape[1]);
      int middle = area / 2;
      for (int i = 0; i < Math.min(shape[0], shape[1]); i++) {
        target[from + (int) (i * shape[1] + i) * area + middle] = 1;
      }
    };
  }

  /**
   * The state matrix of HiPPO-LegS (Gu et al. 2020), square: -(2n+1)^(1/2) (2k+1)^(1/2) below the
   * diagonal, -(n+1) on it, 0 above.
   */
  static Initial hippo() {
    return (target, from, shape, random) -> {
      int size = (int) shape[0];
      for (int n = 0; n < size; n++) {
        for (int k = 0; k <= n; k++) {
          double value = k == n ? n + 1 : Math.sqrt((2.0 * n + 1) * (2.0 * k + 1));
          target[from + n * size + k] = (float) -value;
        }
      }
    };
  }

  private static int count(long[] shape) {
    long count = 1;
    for (long axis : shape) {
      count = Math.multiplyExact(count, axis);
    }
    return Math.toIntExact(count);
  }
}
