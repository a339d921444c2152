package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Flatten;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerNorm;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Pass;
import io.ergodic.models.block.PatchEmbedding;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * xPatch (Stitsyuk and Choi, AAAI 2025): an exponential moving average of each variable goes
 * through linear maps, pooling and layer norms alone; the rest is cut into patches, which
 * convolutions mix first within a patch, then among patches. A linear map joins the two.
 */
public record XPatch(
    @Setting(
            value = "weight of a new value in the moving average",
            fallback = "0.3",
            min = 0,
            max = 1)
        double alpha,
    @Setting(value = "rows of a patch", fallback = "16", min = 1, max = 4096) int patch,
    @Setting(value = "rows from patch to patch", fallback = "8", min = 1) int stride)
    implements ForecastNetwork {
  /** {@code xpatch}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "xpatch",
          XPatch.class,
          "an exponential average by linear maps, the rest by patches (Stitsyuk and Choi 2025)");
    }
  }

  @Override
  public Block build(Window window, Build build) {
    if (patch > window.lookback()) {
      throw new InvalidInputException(
          "network xpatch: patches of "
              + patch
              + " rows are longer than the look-back "
              + window.lookback());
    }
    Block average =
        new ExponentialAverage(build.in("average"), window.variables(), window.lookback(), alpha);
    Block rest = patches(window, build.in("seasonal"));
    Block trend = trend(window, build.in("trend"));
    int horizon = window.horizon();
    Linear joined = Linear.of(build.in("joined"), window.variables(), 2L * horizon, horizon);
    return new EachVariable(
        (series, pass) -> {
          Tensor smooth = average.forward(series, pass);
          Tensor both =
              torch.cat(
                  new TensorVector(
                      rest.forward(series.sub(smooth), pass), trend.forward(smooth, pass)),
                  1);
          return joined.forward(both, pass);
        });
  }

  private static Block trend(Window window, Build build) {
    long horizon = window.horizon();
    long each = window.variables();
    if (horizon < 2) {
      throw new InvalidInputException("network xpatch: forecasts 2 rows or more, not " + horizon);
    }
    return Block.sequence(
        Linear.of(build.in("first"), each, window.lookback(), 4 * horizon),
        XPatch::halved,
        new LayerNorm(build.in("firstNorm").parameters(), 2 * horizon),
        Linear.of(build.in("second"), each, 2 * horizon, horizon),
        XPatch::halved,
        new LayerNorm(build.in("secondNorm").parameters(), horizon / 2),
        Linear.of(build.in("third"), each, horizon / 2, horizon));
  }

  /** Means of pairs. */
  private static Tensor halved(Tensor values, Pass pass) {
    return torch.avg_pool1d(values.unsqueeze(1), 2).squeeze(1);
  }

  private Block patches(Window window, Build build) {
    long each = window.variables();
    long count = PatchEmbedding.patches(window.lookback(), patch, stride);
    long wide = (long) patch * patch;
    long horizon = window.horizon();
    Block embedding =
        Block.sequence(
            (series, pass) ->
                torch
                    .replication_pad1d(series.unsqueeze(1), 0, stride)
                    .select(1, 0)
                    .unfold(-1, patch, stride),
            Linear.of(build.in("embedding"), each * count, patch, wide),
            Activation.GELU,
            new BatchNorm(build.in("embeddingNorm").parameters(), count));
    Block within =
        Block.sequence(
            within(build.in("within"), count, each),
            Activation.GELU,
            new BatchNorm(build.in("withinNorm").parameters(), count));
    Linear beside = Linear.of(build.in("beside"), each * count, wide, patch);
    Linear among = Linear.of(build.in("among"), each * patch, count, count);
    Block rest =
        Block.sequence(
            (values, pass) ->
                among.forward(values.transpose(1, 2).contiguous(), pass).transpose(1, 2),
            Activation.GELU,
            new BatchNorm(build.in("amongNorm").parameters(), count),
            new Flatten(1),
            Linear.of(build.in("expand"), each, count * patch, 2 * horizon),
            Activation.GELU,
            Linear.of(build.in("contract"), each, 2 * horizon, horizon));
    return (series, pass) -> {
      Tensor embedded = embedding.forward(series, pass);
      Tensor sum = within.forward(embedded, pass).add(beside.forward(embedded, pass));
      return rest.forward(sum, pass);
    };
  }

  /** A convolution inside each patch whose stride is its kernel: one value of each run. */
  private Block within(Build build, long count, long each) {
    Initial initial = Initial.fan(patch);
    Parameter weight = build.parameters().parameter("weight", initial, count, 1, patch);
    Parameter bias = build.parameters().parameter("bias", initial, count);
    build.count((double) each * count * patch * patch);
    long[] run = {3};
    return (values, pass) ->
        values
            .view(values.size(0), count, patch, patch)
            .mul(weight.tensor())
            .sum(run, false, new ScalarTypeOptional())
            .add(bias.tensor().view(count, 1));
  }
}
