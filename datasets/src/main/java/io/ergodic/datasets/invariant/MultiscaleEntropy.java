package io.ergodic.datasets.invariant;

import io.ergodic.datasets.scale.Median;
import java.util.Arrays;

/**
 * Refined composite multiscale sample entropy (Wu, Wu, Lin, Lee and Peng, Phys. Lett. A 378, 2014).
 * At scale s a standardised series is averaged over windows of s values, with each of the s
 * possible offsets; sample entropy (Richman and Moorman, Am. J. Physiol. 278, 2000) is -log(A / B),
 * B and A being the numbers of pairs of templates of length 2 and 3 whose values differ by no more
 * than 0.15 deviations of the original series, added up over the offsets.
 */
public final class MultiscaleEntropy {
  private static final int TEMPLATE = 2;
  private static final double TOLERANCE = 0.15;
  private static final int SEGMENTS = 4;
  private static final int MOST_VARIABLES = 8;

  private MultiscaleEntropy() {}

  /** Sample entropy at one scale; NaN where no templates match. */
  public static double at(double[] standardised, int scale) {
    long shorter = 0;
    long longer = 0;
    for (int offset = 0; offset < scale; offset++) {
      int length = (standardised.length - offset) / scale;
      double[] coarse = new double[length];
      for (int k = 0; k < length; k++) {
        double sum = 0;
        for (int i = 0; i < scale; i++) {
          sum += standardised[offset + k * scale + i];
        }
        coarse[k] = sum / scale;
      }
      for (int k = 0; k + TEMPLATE < length; k++) {
        for (int j = k + 1; j + TEMPLATE < length; j++) {
          if (Math.abs(coarse[k] - coarse[j]) <= TOLERANCE
              && Math.abs(coarse[k + 1] - coarse[j + 1]) <= TOLERANCE) {
            shorter++;
            if (Math.abs(coarse[k + 2] - coarse[j + 2]) <= TOLERANCE) {
              longer++;
            }
          }
        }
      }
    }
    return shorter > 0 && longer > 0 ? -StrictMath.log((double) longer / shorter) : Double.NaN;
  }

  /**
   * The mean over scales 1 to {@code scales} of the median over variables (the first eight), with
   * the standard error over four segments of the orbit.
   */
  public static Estimate mean(Orbit orbit, int scales) {
    double[] segments = new double[SEGMENTS];
    for (int s = 0; s < SEGMENTS; s++) {
      Orbit segment = orbit.part(s, SEGMENTS);
      int variables = Math.min(MOST_VARIABLES, segment.dimension());
      double[] means = new double[variables];
      int used = 0;
      for (int i = 0; i < variables; i++) {
        double mean = mean(segment.standardised(i), scales);
        if (!Double.isNaN(mean)) {
          means[used++] = mean;
        }
      }
      if (used == 0) {
        return Estimate.NONE;
      }
      segments[s] = Median.of(Arrays.copyOf(means, used));
    }
    return Estimate.ofIndependent(segments);
  }

  private static double mean(double[] standardised, int scales) {
    double sum = 0;
    int known = 0;
    for (int scale = 1; scale <= scales; scale++) {
      double entropy = at(standardised, scale);
      if (!Double.isNaN(entropy)) {
        sum += entropy;
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
