package io.ergodic.models.convolution;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.PositiveShare;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The random convolutions of ROCKET (Dempster, Petitjean and Webb 2020, section 3.1): length 7, 9
 * or 11; normal weights less their mean; bias uniform in (-1, 1); dilation 2^x, x uniform up to
 * what the series has room for; zero padding with probability 1/2. Each gives the greatest value
 * and the share of positive ones. Of several variables, a kernel reads 2^x, x uniform, at most as
 * many as it has taps.
 */
final class RandomKernels implements ConvolutionTransform {
  private static final int[] LENGTHS = {7, 9, 11};

  private final int length;
  private final int variables;
  private final Kernel[] kernels;
  private final float[][] padded;
  private final float[] output;

  /** {@code weights} of each channel in turn. */
  private record Kernel(
      int taps, float[] weights, int[] channels, float bias, int dilation, int padding) {}

  RandomKernels(int count, int length, int variables, long seed) {
    this.length = length;
    this.variables = variables;
    RandomGenerator random = RandomStreams.stream(seed, "random kernels", 0);
    this.kernels = new Kernel[count];
    int widest = 0;
    for (int k = 0; k < count; k++) {
      kernels[k] = kernel(random);
      widest = Math.max(widest, kernels[k].padding());
    }
    this.padded = new float[variables][length + 2 * widest];
    this.output = new float[length + 2 * widest];
  }

  private Kernel kernel(RandomGenerator random) {
    int taps = LENGTHS[random.nextInt(LENGTHS.length)];
    double most = Math.log(Math.min(variables, taps) + 1.0) / Math.log(2);
    int read = variables == 1 ? 1 : (int) Math.pow(2, most * random.nextDouble());
    int[] channels = Channels.draw(variables, read, random);
    float[] weights = new float[read * taps];
    for (int c = 0; c < read; c++) {
      double sum = 0;
      for (int i = 0; i < taps; i++) {
        weights[c * taps + i] = (float) random.nextGaussian();
        sum += weights[c * taps + i];
      }
      for (int i = 0; i < taps; i++) {
        weights[c * taps + i] -= (float) (sum / taps);
      }
    }
    float bias = (float) (2 * random.nextDouble() - 1);
    double room = Math.max(0, Math.log((length - 1.0) / (taps - 1)) / Math.log(2));
    int dilation = (int) Math.pow(2, room * random.nextDouble());
    // A series that is shorter than the kernel has no output without padding.
    boolean pads = random.nextBoolean() || (taps - 1) * dilation >= length;
    return new Kernel(
        taps, weights, channels, bias, dilation, pads ? (taps - 1) * dilation / 2 : 0);
  }

  @Override
  public int features() {
    return 2 * kernels.length;
  }

  @Override
  public void features(float[] values, int from, float[] result) {
    int before = (output.length - length) / 2;
    for (int t = 0; t < length; t++) {
      for (int v = 0; v < variables; v++) {
        padded[v][before + t] = values[from + t * variables + v];
      }
    }
    for (int k = 0; k < kernels.length; k++) {
      Kernel kernel = kernels[k];
      int places = length + 2 * kernel.padding() - (kernel.taps() - 1) * kernel.dilation();
      Arrays.fill(output, 0, places, kernel.bias());
      for (int i = 0; i < kernel.weights().length; i++) {
        float[] channel = padded[kernel.channels()[i / kernel.taps()]];
        int first = before - kernel.padding() + i % kernel.taps() * kernel.dilation();
        PositiveShare.addTap(kernel.weights()[i], channel, first, output, places);
      }
      result[2 * k] = PositiveShare.greatest(output, places);
      result[2 * k + 1] = (float) PositiveShare.above(output, 0, places, 0) / places;
    }
  }
}
