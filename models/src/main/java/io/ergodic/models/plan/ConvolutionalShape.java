package io.ergodic.models.plan;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;

/**
 * The sizes of the small convolutional classifier, the same on every engine: convolution of 3 x 3,
 * max-pooling by 2, again both, dropout, hidden layer, dropout, softmax.
 *
 * <p>Settings: {@code first} (32) and {@code second} (64) filters, {@code hidden} (128), {@code
 * dropout} (0.25).
 */
public record ConvolutionalShape(
    int channels,
    int height,
    int width,
    int classes,
    int first,
    int second,
    int hidden,
    double dropout) {
  /** Training defaults: enough for 99 % on MNIST. */
  public static final StepPlan.Defaults PLAN =
      new StepPlan.Defaults(
          4, 64, 100, "name = adam, learningRate = 0.002, schedule { name = one-cycle }");

  /** Reads the sizes for images of a dataset. */
  public static ConvolutionalShape read(Settings settings, Schema schema) {
    if (schema.height() < 4 || schema.width() < 4) {
      throw new InvalidInputException(
          "images of "
              + schema.height()
              + "x"
              + schema.width()
              + " are too small to be halved twice; at least 4x4 are needed");
    }
    if (schema.classes().size() < 2) {
      throw new InvalidInputException("a classifier needs images of at least two classes");
    }
    return new ConvolutionalShape(
        schema.channels(),
        schema.height(),
        schema.width(),
        schema.classes().size(),
        settings.integer("first", 32, 1, 100_000),
        settings.integer("second", 64, 1, 100_000),
        settings.integer("hidden", 128, 1, 1_000_000),
        settings.number("dropout", 0.25, 0, 0.99));
  }

  /** Values that reach the hidden layer. */
  public int features() {
    return second * (height / 4) * (width / 4);
  }
}
