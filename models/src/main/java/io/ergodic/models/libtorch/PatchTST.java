package io.ergodic.models.libtorch;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.AttentionEncoder;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Flatten;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.PatchEmbedding;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.plan.StepPlan;
import java.util.Optional;
import java.util.Set;

/**
 * PatchTST (Nie et al., ICLR 2023): each variable on its own is normalised, cut into patches and
 * sent through a small transformer encoder whose tokens a linear head maps to the horizon.
 *
 * <p>Settings: {@code patch} (16), {@code stride} (8), {@code layers} (3), {@code width} (16),
 * {@code heads} (4), {@code hidden} (128), {@code dropout} (0.3): the authors' choice for the
 * hourly transformer-temperature series; and those of {@link StepPlan} and {@link StepSettings}.
 */
@AutoService(ModelFamily.class)
public final class PatchTST implements ModelFamily {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(
          100, 128, 10, "name = adam, learningRate = 1e-4, schedule { name = type3 }");

  /** The sizes of the network. */
  record Shape(
      int patch, int stride, int layers, int width, int heads, int hidden, double dropout) {
    static Shape read(Settings settings, int lookback) {
      Shape shape =
          new Shape(
              settings.integer("patch", 16, 1, 100_000),
              settings.integer("stride", 8, 1, 100_000),
              settings.integer("layers", 3, 1, 1000),
              settings.integer("width", 16, 1, 100_000),
              settings.integer("heads", 4, 1, 1000),
              settings.integer("hidden", 128, 1, 1_000_000),
              settings.number("dropout", 0.3, 0, 0.99));
      if (shape.width % shape.heads != 0) {
        throw settings.error(
            "width", "must be a multiple of heads, not " + shape.width + " of " + shape.heads);
      }
      if (shape.patch > lookback) {
        throw settings.error(
            "patch", "must not be longer than the look-back " + lookback + ": " + shape.patch);
      }
      return shape;
    }
  }

  @Override
  public String name() {
    return "patchtst";
  }

  @Override
  public String title() {
    return "PatchTST";
  }

  @Override
  public Engine engine() {
    return Engine.LIBTORCH;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Forecaster.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.of("a-time-series-is-worth-64-words");
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int lookback = context.input(Port.SERIES, name()).axis(0);
    int variables = context.input().axis(1);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    Shape shape = Shape.read(settings, lookback);
    StepPlan plan = StepPlan.read(settings, DEFAULTS);
    StepSettings steps = StepSettings.read(settings);
    ForecastLoss loss = ForecastLoss.read(settings);
    settings.explain(
        "patch", "rows of a patch",
        "stride", "rows from patch to patch",
        "layers", "layers of the encoder",
        "width", "features of a token",
        "heads", "attention heads",
        "hidden", "hidden units of the feed-forward layers",
        "dropout", "probability of dropping a value");
    settings.rejectUnknown();
    double tokens =
        (double) variables * PatchEmbedding.patches(lookback, shape.patch(), shape.stride());
    double layer = 4.0 * shape.width() * shape.width() + 2.0 * shape.width() * shape.hidden();
    double multiplyAdds =
        tokens * (shape.layers() * layer + shape.width() * (double) (shape.patch() + horizon));
    return TorchModel.of(
        plan,
        steps,
        multiplyAdds,
        parameters ->
            new ForecastObjective(
                network(parameters, lookback, horizon, shape), lookback, horizon, variables, loss));
  }

  /** Maps (count, variables, look-back) to (count, variables, horizon). */
  static Block network(Parameters parameters, int lookback, int horizon, Shape shape) {
    long patches = PatchEmbedding.patches(lookback, shape.patch, shape.stride);
    Block tokens =
        Block.sequence(
            new PatchEmbedding(
                parameters.in("embedding"),
                lookback,
                shape.patch,
                shape.stride,
                shape.width,
                shape.dropout),
            new AttentionEncoder(
                parameters.in("encoder"),
                shape.layers,
                shape.width,
                shape.heads,
                shape.hidden,
                shape.dropout),
            new Flatten(1),
            new Linear(parameters.in("head"), patches * shape.width, horizon));
    return new ReversibleNorm(
        (input, pass) -> {
          long count = input.size(0);
          long variables = input.size(1);
          return tokens.forward(input.reshape(-1, lookback), pass).view(count, variables, horizon);
        });
  }
}
