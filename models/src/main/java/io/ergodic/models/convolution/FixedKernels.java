package io.ergodic.models.convolution;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.PositiveShare;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The convolutions of MiniRocket (Dempster, Schmidt and Webb 2021, section 3): nine taps, three of
 * them 2 and six -1. Minus the sum of all nine taps is computed once a dilation; a kernel adds
 * three times the series at its three. Every other kernel leaves out the outputs that reach into
 * the padding. Of several variables a kernel reads 2^x, x uniform, at most nine.
 */
final class FixedKernels implements ConvolutionTransform {
  private static final int TAPS = 9;
  private static final int[][] CHOICES = choices();

  private final Dilations dilations;
  private final int length;
  private final int variables;
  private final float[] thresholds;
  private final int[][][] channels;
  private final float[][] series;
  private final float[][] trebled;
  private final float[][] base;
  private final float[] output;

  FixedKernels(Dilations dilations, int length, int variables, float[] thresholds, long seed) {
    this.dilations = dilations;
    this.length = length;
    this.variables = variables;
    this.thresholds = thresholds;
    this.series = new float[variables][length];
    this.trebled = new float[variables][length];
    this.base = new float[variables][length];
    this.output = new float[length];
    this.channels = new int[dilations.sizes().length][CHOICES.length][];
    RandomGenerator random = RandomStreams.stream(seed, "variables of kernels", 0);
    double most = Math.log(Math.min(variables, TAPS) + 1.0) / Math.log(2);
    for (int[][] ofDilation : channels) {
      for (int k = 0; k < ofDilation.length; k++) {
        int read = variables == 1 ? 1 : (int) Math.pow(2, most * random.nextDouble());
        ofDilation[k] = Channels.draw(variables, read, random);
      }
    }
  }

  private static int[][] choices() {
    int[][] choices = new int[MiniRocketForm.KERNELS][];
    int count = 0;
    for (int a = 0; a < TAPS; a++) {
      for (int b = a + 1; b < TAPS; b++) {
        for (int c = b + 1; c < TAPS; c++) {
          choices[count++] = new int[] {a, b, c};
        }
      }
    }
    return choices;
  }

  Dilations dilations() {
    return dilations;
  }

  @Override
  public int features() {
    return thresholds.length;
  }

  /** The outputs of one kernel at one dilation; the array is used again. */
  float[] output(float[] values, int from, int dilation, int kernel) {
    read(values, from);
    begin(dilations.sizes()[dilation]);
    convolve(dilation, kernel);
    return output;
  }

  private void read(float[] values, int from) {
    for (int t = 0; t < length; t++) {
      for (int v = 0; v < variables; v++) {
        series[v][t] = -values[from + t * variables + v];
        trebled[v][t] = 3 * values[from + t * variables + v];
      }
    }
  }

  private void begin(int size) {
    for (int v = 0; v < variables; v++) {
      System.arraycopy(series[v], 0, base[v], 0, length);
      for (int tap = 0; tap < TAPS; tap++) {
        if (tap != TAPS / 2) {
          shifted(series[v], base[v], (tap - TAPS / 2) * size);
        }
      }
    }
  }

  /** Adds the values {@code by} places later, where there are any. */
  private void shifted(float[] from, float[] to, int by) {
    int count = length - Math.abs(by);
    if (count > 0) {
      PositiveShare.add(from, Math.max(0, by), to, Math.max(0, -by), count);
    }
  }

  private void convolve(int dilation, int kernel) {
    Arrays.fill(output, 0);
    for (int v : channels[dilation][kernel]) {
      PositiveShare.add(base[v], 0, output, 0, length);
      for (int tap : CHOICES[kernel]) {
        shifted(trebled[v], output, (tap - TAPS / 2) * dilations.sizes()[dilation]);
      }
    }
  }

  @Override
  public void features(float[] values, int from, float[] result) {
    read(values, from);
    int feature = 0;
    for (int d = 0; d < dilations.sizes().length; d++) {
      int size = dilations.sizes()[d];
      begin(size);
      for (int k = 0; k < CHOICES.length; k++) {
        convolve(d, k);
        // A series shorter than the kernel has no output but those that reach into the padding.
        int left = (d + k) % 2 == 0 || 8 * size >= length ? 0 : 4 * size;
        for (int i = 0; i < dilations.features()[d]; i++) {
          int above = PositiveShare.above(output, left, length - left, thresholds[feature]);
          result[feature++] = (float) above / (length - 2 * left);
        }
      }
    }
  }
}
