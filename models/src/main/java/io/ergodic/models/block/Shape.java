package io.ergodic.models.block;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import java.util.Arrays;

/**
 * The form of one example between two blocks, without the axis of examples.
 *
 * @param layout {@link #IMAGE} (channels, height, width), {@link #TOKENS} (tokens, width) or {@link
 *     #VECTOR} (width)
 * @param gridHeight rows of the grid that tokens form; 0 where they form none
 * @param gridWidth its columns
 * @param axes sizes, as the layout says
 */
public record Shape(String layout, long gridHeight, long gridWidth, long... axes) {
  public static final String IMAGE = "image";
  public static final String TOKENS = "tokens";
  public static final String VECTOR = "vector";

  public static Shape image(long channels, long height, long width) {
    return new Shape(IMAGE, 0, 0, channels, height, width);
  }

  public static Shape tokens(long count, long width) {
    return new Shape(TOKENS, 0, 0, count, width);
  }

  /** Tokens that stand on a grid, row by row. */
  public static Shape grid(long height, long width, long features) {
    return new Shape(TOKENS, height, width, height * width, features);
  }

  public static Shape vector(long width) {
    return new Shape(VECTOR, 0, 0, width);
  }

  /** The form in which examples of a port come in: a series is tokens of its rows. */
  public static Shape of(Port port) {
    int[] axes = port.axes();
    return switch (axes.length) {
      case 3 -> image(axes[0], axes[1], axes[2]);
      case 2 -> tokens(axes[0], axes[1]);
      default -> vector(port.size());
    };
  }

  public long axis(int index) {
    return axes[index];
  }

  /** Channels of a picture, width of tokens or a vector. */
  public long features() {
    return layout.equals(IMAGE) ? axes[0] : axes[axes.length - 1];
  }

  /** Places that each have these features: pixels, tokens, or one. */
  public long places() {
    return size() / features();
  }

  /** Values of an example. */
  public long size() {
    long size = 1;
    for (long axis : axes) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  public boolean isImage() {
    return layout.equals(IMAGE);
  }

  public boolean isTokens() {
    return layout.equals(TOKENS);
  }

  /** This shape, if it is a picture, or a refusal. */
  public Shape needImage(String block) {
    return need(isImage(), block, "pictures");
  }

  /** This shape, if it is tokens, or a refusal. */
  public Shape needTokens(String block) {
    return need(isTokens(), block, "tokens");
  }

  /** This shape, if it is tokens on a grid, or a refusal. */
  public Shape needGrid(String block) {
    return need(gridHeight > 0, block, "tokens on a grid, such as those of stem patch");
  }

  private Shape need(boolean holds, String block, String wanted) {
    if (!holds) {
      throw new InvalidInputException(block + " works on " + wanted + ", but is given " + this);
    }
    return this;
  }

  /** The same places with other features. */
  public Shape withFeatures(long features) {
    if (isImage()) {
      return image(features, axes[1], axes[2]);
    }
    return isTokens()
        ? new Shape(TOKENS, gridHeight, gridWidth, axes[0], features)
        : vector(features);
  }

  @Override
  public String toString() {
    return layout + Arrays.toString(axes);
  }
}
