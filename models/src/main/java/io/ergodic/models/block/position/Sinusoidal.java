package io.ergodic.models.block.position;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.Shape;
import io.ergodic.models.learner.Merge;

/** Sines and cosines of the place at geometric wavelengths (Vaswani et al. 2017). */
public record Sinusoidal() implements Position {
  /** {@code sinusoidal}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("sinusoidal", Sinusoidal.class, "sines and cosines of the place (Vaswani et al. 2017)");
    }
  }

  private static final double BASE = 10_000;

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("position sinusoidal");
    int width = (int) input.features();
    Initial waves =
        (target, from, shape, random) -> {
          for (int place = 0; place < shape[0]; place++) {
            for (int k = 0; k < width; k++) {
              double angle = place / Math.pow(BASE, 2.0 * (k / 2) / width);
              target[from + place * width + k] =
                  (float) (k % 2 == 0 ? StrictMath.sin(angle) : StrictMath.cos(angle));
            }
          }
        };
    Parameter codes = build.parameters().buffer("codes", Merge.EQUAL, waves, input.axis(0), width);
    return new Built((tokens, pass) -> tokens.add(codes.tensor()), input);
  }
}
