package io.ergodic.models.plan;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.ModelContext;

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

  /** Reads the sizes for a classifier of images. */
  public static ConvolutionalShape read(Settings settings, ModelContext context, String family) {
    Port image = context.input(Port.IMAGE, family);
    int classes = context.output(Port.CLASSES, family).axis(0);
    if (image.axis(1) < 4 || image.axis(2) < 4) {
      throw new InvalidInputException(
          "images of "
              + image.axis(1)
              + "x"
              + image.axis(2)
              + " are too small to be halved twice; at least 4x4 are needed");
    }
    if (classes < 2) {
      throw new InvalidInputException("a classifier needs images of at least two classes");
    }
    settings.explain(
        "first", "filters of the first convolution",
        "second", "filters of the second",
        "hidden", "hidden units",
        "dropout", "probability of dropping a value before and after the hidden layer");
    return new ConvolutionalShape(
        image.axis(0),
        image.axis(1),
        image.axis(2),
        classes,
        settings.integer("first", 32, 1, 100_000),
        settings.integer("second", 64, 1, 100_000),
        settings.integer("hidden", 128, 1, 1_000_000),
        settings.number("dropout", 0.25, 0, 0.99));
  }

  /** Multiply-adds of a forward pass of one image. */
  public double multiplyAdds() {
    double area = (double) height * width;
    return 9 * area * channels * first
        + 9 * area / 4 * first * second
        + (double) features() * hidden
        + (double) hidden * classes;
  }

  /** Trained parameters without batch norm. */
  public long parameters() {
    return (9L * channels + 1) * first
        + (9L * first + 1) * second
        + (features() + 1L) * hidden
        + (hidden + 1L) * classes;
  }

  /** Values that reach the hidden layer. */
  public int features() {
    return second * (height / 4) * (width / 4);
  }
}
