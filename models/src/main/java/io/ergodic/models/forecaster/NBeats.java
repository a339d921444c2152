package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * N-BEATS (Oreshkin et al., ICLR 2020), each variable by itself: stacks of perceptrons whose
 * outputs are coefficients of polynomials (trend), of sines and cosines (seasonality), or values
 * (generic), stacked by {@link DoublyResidual}. The interpretable form has a stack of each of the
 * first two, whose blocks share their weights. The last block has no map to the look-back, which
 * nothing would read.
 */
public record NBeats(
    @Setting(
            value = "what each stack is of: trend, seasonality, generic",
            fallback = "[trend, seasonality]")
        List<String> stacks,
    @Setting(value = "blocks of a stack", fallback = "3", min = 1) int blocks,
    @Setting(value = "hidden layers of a block", fallback = "4", min = 1) int layers,
    @Setting(value = "units of a hidden layer", fallback = "256", min = 1) int hidden,
    @Setting(value = "degree of the polynomials", fallback = "2", min = 0, max = 10) int degree,
    @Setting(value = "whether the blocks of a stack share weights", fallback = "true")
        boolean shared)
    implements ForecastNetwork {
  /** {@code n-beats}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("n-beats", NBeats.class, "stacks that explain and take away (Oreshkin et al. 2020)");
    }
  }

  /** Refuses stacks there are none of. */
  public NBeats {
    if (stacks.isEmpty()) {
      throw new InvalidInputException("stacks: at least one");
    }
    stacks.forEach(Basis::named);
  }

  @Override
  public Block build(Window window, Build build) {
    List<Block> parts = new ArrayList<>();
    for (int k = 0; k < stacks.size(); k++) {
      Basis basis = Basis.named(stacks.get(k));
      boolean end = k == stacks.size() - 1;
      Build stack = build.in("stack" + k);
      if (shared && blocks > 1) {
        Block one = part(stack, window, basis, true);
        for (int b = 0; b < blocks - 1; b++) {
          parts.add(one);
        }
        parts.add(end ? forecastOf(one, window) : one);
        build.count((blocks - 1.0) * cost(window, basis));
        continue;
      }
      for (int b = 0; b < blocks; b++) {
        parts.add(part(stack.in("block" + b), window, basis, !(end && b == blocks - 1)));
      }
    }
    return new EachVariable(new DoublyResidual(parts, window.lookback(), false));
  }

  private double cost(Window window, Basis basis) {
    Build counted = new Build(new Parameters());
    part(counted, window, basis, true);
    return counted.multiplyAdds();
  }

  private static Block forecastOf(Block part, Window window) {
    return (series, pass) ->
        part.forward(series, pass).narrow(1, window.lookback(), window.horizon());
  }

  /** Gives the look-back, where it is read, and the forecast, side by side. */
  private Block part(Build build, Window window, Basis basis, boolean backcast) {
    Expansion forecast = basis.over(build.in("forecast"), window, window.horizon(), 0, degree);
    if (!backcast) {
      Block perceptron =
          Perceptron.of(
              build, window.variables(), window.lookback(), layers, hidden, forecast.inputs());
      return Block.sequence(perceptron, forecast.map());
    }
    Expansion past =
        basis.over(build.in("backcast"), window, window.lookback(), -window.lookback(), degree);
    Block perceptron =
        Perceptron.of(
            build,
            window.variables(),
            window.lookback(),
            layers,
            hidden,
            past.inputs() + forecast.inputs());
    return (series, pass) -> Expansion.both(perceptron.forward(series, pass), past, forecast, pass);
  }
}
