package io.ergodic.datasets.attractor;

import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.scale.Scaler;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws a cloud of points as a grey picture: coordinates standardised, turned by a rotation drawn
 * uniformly from SO(3), projected, fitted into the frame at a random size and place, counted
 * bilinearly into pixels and mapped to 0..255 by the logarithm of the density.
 */
final class DensityRenderer {
  private static final double SMALLEST = 0.75;
  private static final double GAIN = 8;

  private final int size;
  private final double[] density;

  DensityRenderer(int size) {
    this.size = size;
    this.density = new double[size * size];
  }

  /** Renders points x 3 values into size x size unsigned bytes. */
  byte[] render(double[] points, RandomGenerator random) {
    int count = points.length / 3;
    double[] flat = project(points, random);
    double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int k = 0; k < 2 * count; k++) {
      low[k & 1] = Math.min(low[k & 1], flat[k]);
      high[k & 1] = Math.max(high[k & 1], flat[k]);
    }
    double extent = Math.max(high[0] - low[0], high[1] - low[1]);
    double room = size - 2;
    double scale = room * (SMALLEST + (1 - SMALLEST) * random.nextDouble()) / extent;
    double left = random.nextDouble() * (room - scale * (high[0] - low[0])) - scale * low[0];
    double top = random.nextDouble() * (room - scale * (high[1] - low[1])) - scale * low[1];
    Arrays.fill(density, 0);
    for (int k = 0; k < count; k++) {
      splat(left + scale * flat[2 * k], top + scale * flat[2 * k + 1]);
    }
    return tone((double) count / density.length);
  }

  /** Counts a point, given in [0, size - 2], into the four pixels around it. */
  private void splat(double x, double y) {
    double px = Math.min(Math.max(x, 0), size - 2) + 0.5;
    double py = Math.min(Math.max(y, 0), size - 2) + 0.5;
    int column = (int) px;
    int row = (int) py;
    double right = px - column;
    double below = py - row;
    int pixel = row * size + column;
    density[pixel] += (1 - right) * (1 - below);
    density[pixel + 1] += right * (1 - below);
    density[pixel + size] += (1 - right) * below;
    density[pixel + size + 1] += right * below;
  }

  private byte[] tone(double mean) {
    double most = 0;
    for (double value : density) {
      most = Math.max(most, value);
    }
    double white = StrictMath.log1p(GAIN * most / mean);
    byte[] pixels = new byte[density.length];
    for (int i = 0; i < pixels.length; i++) {
      if (density[i] > 0) {
        double grey = StrictMath.log1p(GAIN * density[i] / mean) / white;
        pixels[i] = (byte) Math.round(255 * grey);
      }
    }
    return pixels;
  }

  /** First two coordinates of the turned, standardised points: count x 2. */
  private static double[] project(double[] points, RandomGenerator random) {
    Moments moments = new Moments(3);
    for (int offset = 0; offset < points.length; offset += 3) {
      moments.add(points, offset);
    }
    Scaler scaler = moments.scaler();
    double[][] rotation = rotation(random);
    double[] flat = new double[points.length / 3 * 2];
    for (int k = 0; k < points.length / 3; k++) {
      double x = (points[3 * k] - scaler.mean()[0]) / scaler.deviation()[0];
      double y = (points[3 * k + 1] - scaler.mean()[1]) / scaler.deviation()[1];
      double z = (points[3 * k + 2] - scaler.mean()[2]) / scaler.deviation()[2];
      flat[2 * k] = rotation[0][0] * x + rotation[0][1] * y + rotation[0][2] * z;
      flat[2 * k + 1] = rotation[1][0] * x + rotation[1][1] * y + rotation[1][2] * z;
    }
    return flat;
  }

  /** The first two rows of a random rotation, from a quaternion uniform on the 3-sphere. */
  private static double[][] rotation(RandomGenerator random) {
    double a = random.nextGaussian();
    double b = random.nextGaussian();
    double c = random.nextGaussian();
    double d = random.nextGaussian();
    double s = 2 / (a * a + b * b + c * c + d * d);
    return new double[][] {
      {1 - s * (c * c + d * d), s * (b * c - d * a), s * (b * d + c * a)},
      {s * (b * c + d * a), 1 - s * (b * b + d * d), s * (c * d - b * a)}
    };
  }
}
