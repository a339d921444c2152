package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;
import org.bytedeco.pytorch.Tensor;

/**
 * Rows of a picture, or of a series some at a time, as tokens, from top to bottom or early to late,
 * each mapped linearly: what recurrent networks read.
 */
public record Rows(
    @Setting(value = "rows in a token", fallback = "1", min = 1) int rows,
    @Setting(value = "features of a token", fallback = "64", min = 1) int width,
    @Setting(value = "how tokens know their place", fallback = "none") Position position)
    implements Stem {
  /** {@code rows}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("rows", Rows.class, "rows of a picture or series as tokens");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long lines = input.isImage() ? input.axis(1) : input.needTokens("stem rows").axis(0);
    long line = input.size() / lines;
    if (lines % rows != 0) {
      throw new InvalidInputException(
          "stem rows: " + lines + " rows cannot be taken " + rows + " at a time");
    }
    long count = lines / rows;
    Linear map = Linear.of(build.in("projection"), count, rows * line, width);
    Shape tokens = Shape.tokens(count, width);
    Block places = position.build(tokens, build.in("position")).block();
    return new Built(
        (values, pass) -> {
          Tensor byRow = input.isImage() ? values.permute(0, 2, 1, 3) : values;
          Tensor cut = byRow.reshape(values.size(0), count, rows * line);
          return places.forward(map.forward(cut, pass), pass);
        },
        tokens);
  }
}
