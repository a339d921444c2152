package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * N-HiTS (Challu et al., AAAI 2023), each variable by itself: the stacking of N-BEATS, in which
 * each stack reads the look-back after a max-pooling of its own and forecasts by a number of knots
 * of its own, between which it interpolates. The forecast starts from the last value. The last
 * block has no map to the look-back, which nothing would read.
 */
public record NHits(
    @Setting(value = "rows that each stack pools", fallback = "[2, 2, 1]", min = 1)
        double[] pooling,
    @Setting(value = "rows of the horizon for each knot, by stack", fallback = "[4, 2, 1]", min = 1)
        double[] rowsPerKnot,
    @Setting(value = "blocks of a stack", fallback = "1", min = 1) int blocks,
    @Setting(value = "hidden layers of a block", fallback = "2", min = 1) int layers,
    @Setting(value = "units of a hidden layer", fallback = "512", min = 1) int hidden)
    implements ForecastNetwork {
  /** {@code n-hits}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("n-hits", NHits.class, "stacks of several rates of time (Challu et al. 2023)");
    }
  }

  /** Refuses lists that do not fit. */
  public NHits {
    if (pooling.length == 0 || pooling.length != rowsPerKnot.length) {
      throw new InvalidInputException(
          "pooling and rowsPerKnot: one value for each stack, not "
              + pooling.length
              + " and "
              + rowsPerKnot.length);
    }
  }

  @Override
  public Block build(Window window, Build build) {
    List<Block> parts = new ArrayList<>();
    for (int k = 0; k < pooling.length; k++) {
      for (int b = 0; b < blocks; b++) {
        boolean end = k == pooling.length - 1 && b == blocks - 1;
        Build own = build.in("stack" + k).in("block" + b);
        parts.add(part(own, window, (long) pooling[k], (int) rowsPerKnot[k], end));
      }
    }
    return new EachVariable(new DoublyResidual(parts, window.lookback(), true));
  }

  private Block part(Build build, Window window, long pool, int rows, boolean end) {
    int lookback = window.lookback();
    long inputs = (lookback + pool - 1) / pool;
    long knots = Math.max(1, window.horizon() / rows);
    Expansion past = new Expansion(end ? 0 : lookback, Activation.NONE);
    Expansion future = interpolation(knots, window.horizon());
    Block perceptron =
        Perceptron.of(build, window.variables(), inputs, layers, hidden, past.inputs() + knots);
    long[] size = {pool};
    long[] none = {0};
    long[] one = {1};
    return (series, pass) -> {
      Tensor pooled = torch.max_pool1d(series.unsqueeze(1), size, size, none, one, true).squeeze(1);
      Tensor coefficients = perceptron.forward(pooled, pass);
      return end
          ? future.map().forward(coefficients, pass)
          : Expansion.both(coefficients, past, future, pass);
    };
  }

  /** Straight lines between knots that stand in the middle of their parts of the horizon. */
  private static Expansion interpolation(long knots, int horizon) {
    long[] size = {horizon};
    return new Expansion(
        knots,
        (values, pass) ->
            torch
                .upsample_linear1d(values.unsqueeze(1), size, false, new DoubleOptional())
                .squeeze(1));
  }
}
