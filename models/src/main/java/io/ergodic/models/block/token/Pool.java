package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Layouts;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The mean of the neighbours less the token itself (PoolFormer, Yu et al. 2022). */
public record Pool(
    @Setting(value = "odd side of the neighbourhood", fallback = "3", min = 1) int size)
    implements TokenMixer {
  /** {@code pool}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("pool", Pool.class, "the mean of the neighbours less the token (Yu et al. 2022)");
    }
  }

  public Pool {
    if (size % 2 == 0) {
      throw new InvalidInputException("size must be odd, not " + size);
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    if (!input.isImage()) {
      input.needGrid("token mixer pool");
    }
    build.count((double) size * size * input.size());
    Block pool =
        (values, pass) -> {
          long[] kernel = {size, size};
          long[] one = {1, 1};
          long[] side = {size / 2, size / 2};
          Tensor mean =
              torch.avg_pool2d(values, kernel, one, side, false, false, new LongOptional());
          return mean.sub(values);
        };
    return input.isImage()
        ? new Built(pool, input)
        : Layouts.onTokens(new Built(pool, Layouts.picture(input)), input);
  }
}
