package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;

/**
 * Between tokens (count, height x width, features) and pictures (count, features, height, width).
 */
public final class Layouts {
  private Layouts() {}

  /** Tokens on a grid as a picture. */
  public static Tensor picture(Tensor tokens, Shape grid) {
    return tokens
        .transpose(1, 2)
        .reshape(tokens.size(0), tokens.size(2), grid.gridHeight(), grid.gridWidth());
  }

  /** A picture as tokens, row by row. */
  public static Tensor tokens(Tensor picture) {
    return picture.flatten(2, -1).transpose(1, 2);
  }

  /** A block on pictures as one on tokens of a grid. */
  public static Built onTokens(Built onPictures, Shape input) {
    Shape output = onPictures.output();
    Block block = onPictures.block();
    return new Built(
        (tokens, pass) -> tokens(block.forward(picture(tokens, input), pass)),
        Shape.grid(output.axis(1), output.axis(2), output.axis(0)));
  }

  /** The shape of a picture that tokens on a grid make. */
  public static Shape picture(Shape grid) {
    return Shape.image(grid.features(), grid.gridHeight(), grid.gridWidth());
  }
}
