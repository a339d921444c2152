package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;

/**
 * A series as tokens: one for each variable, which holds its whole look-back (inverted, Liu et al.
 * 2024), or one for each row. The values themselves, or a linear map of each token.
 */
public record SeriesStem(
    @Setting(
            value = "what becomes a token",
            fallback = "variables",
            choices = {"variables", "rows"})
        String tokens,
    @Setting(value = "features of a token; 0 for the values themselves", fallback = "0", min = 0)
        int width,
    @Setting(value = "of the mapped tokens", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Stem {
  /** {@code series}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "series", SeriesStem.class, "variables of a series as tokens (Liu et al. 2024), or rows");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long rows = input.needTokens("stem series").axis(0);
    boolean inverted = tokens.equals("variables");
    long count = inverted ? input.features() : rows;
    long values = inverted ? rows : input.features();
    Block turned =
        inverted
            ? (series, pass) -> series.transpose(1, 2).contiguous()
            : (series, pass) -> series.contiguous();
    if (width == 0) {
      return new Built(Block.sequence(turned, new Dropout(dropout)), Shape.tokens(count, values));
    }
    Linear map = Linear.of(build.in("projection"), count, values, width);
    return new Built(Block.sequence(turned, map, new Dropout(dropout)), Shape.tokens(count, width));
  }
}
