package io.ergodic.datasets.batch.transform;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Field;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Mixing of examples with others of their batch: which, and by how much, follows from the seed, the
 * batch's first example and the epoch. The labels of the others come into the field {@value
 * #OTHER}, the share of the own ones into {@value #SHARE}.
 */
public final class Mixing {
  /** Labels of the examples that were mixed in. */
  public static final String OTHER = "other";

  /** How much of an example is its own, 0 to 1. */
  public static final String SHARE = "share";

  private final int shift;
  private final float[] partners;

  private Mixing(int shift, float[] partners) {
    this.shift = shift;
    this.partners = partners;
  }

  static SplittableRandom draws(Batch batch, long epoch, long seed) {
    return ExampleAugmentation.draws(seed, batch.examples()[0], epoch);
  }

  /** Pairs every example with the one some places on, and notes the labels of both. */
  static Mixing of(Batch batch, double share, SplittableRandom random) {
    int count = batch.count();
    int shift = count > 1 ? 1 + random.nextInt(count - 1) : 0;
    int[] labels = batch.ints(Batch.TARGET);
    int[] other = new int[batch.capacity()];
    for (int i = 0; i < count; i++) {
      other[i] = labels[(i + shift) % count];
    }
    float[] shares = new float[batch.capacity()];
    Arrays.fill(shares, (float) share);
    batch.put(OTHER, new Field.Ints(other)).put(SHARE, new Field.Floats(shares));
    return new Mixing(shift, batch.floats(Batch.INPUT).clone());
  }

  /** The inputs of the batch as they were before anything was mixed. */
  float[] before() {
    return partners;
  }

  /** Where the partner of an example begins in {@link #before}. */
  int partner(int example, int count, int size) {
    return (example + shift) % count * size;
  }

  /** A draw of the symmetric beta distribution, by two gamma draws. */
  static double beta(double alpha, SplittableRandom random) {
    double one = gamma(alpha, random);
    double two = gamma(alpha, random);
    return one + two == 0 ? 0.5 : one / (one + two);
  }

  /** Marsaglia and Tsang (2000); shapes below 1 by their boost. */
  private static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
