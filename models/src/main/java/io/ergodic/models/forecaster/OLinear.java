package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.LayerNorm;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.token.NormLin;
import io.ergodic.models.family.TrainingContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;

/**
 * OLinear (Yue et al., NeurIPS 2025): each value of a window, times a trained vector, is taken into
 * the orthogonal domain of the windows of the train split; there each variable is a token, and
 * layers of {@link NormLin} and perceptrons mix them; what comes out is taken back by the
 * orthogonal matrix of windows of the horizon. With {@code mixing = correlation} variables are
 * mixed by the softmax of their correlations in the train split instead of by trained means
 * (OLinear-C).
 */
public record OLinear(
    @Setting(value = "length of the vector each value is multiplied by", fallback = "16", min = 1)
        int embedding,
    @Setting(value = "features of a token", fallback = "512", min = 1) int width,
    @Setting(value = "hidden units of the perceptrons", fallback = "512", min = 1) int hidden,
    @Setting(value = "layers", fallback = "2", min = 1) int repeat,
    @Setting(
            value = "means of the variables: trained, or by their correlations",
            fallback = "trained",
            choices = {"trained", "correlation"})
        String mixing,
    @Setting(
            value = "what orthogonal matrices and correlations are computed from",
            fallback = "train",
            choices = {"train", "train-and-validation"})
        String rows,
    @Setting(value = "of means, branches and the forecast", fallback = "0.2", min = 0, max = 0.99)
        double dropout)
    implements ForecastNetwork {
  private static final String PAST = "past";
  private static final String FUTURE = "future";
  private static final String CORRELATION = "correlation";

  /** {@code olinear}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "olinear", OLinear.class, "means of variables in an orthogonal domain (Yue et al. 2025)");
    }
  }

  @Override
  public Block build(Window window, Build build) {
    Block into = into(window, build.in("input"));
    Block layers = layers(window, build);
    Block out = out(window, build.in("output"));
    return Block.sequence(into, layers, out);
  }

  /** From (count, variables, look-back) to (count, variables, width). */
  private Block into(Window window, Build build) {
    long variables = window.variables();
    int lookback = window.lookback();
    Parameters parameters = build.parameters();
    Parameter vector =
        parameters.parameter("vector", Role.EMBEDDING, Initial.normal(1), embedding, 1);
    Parameter matrix = matrix(parameters, PAST, lookback);
    Parameter shift =
        parameters.parameter("shift", Role.BIAS, Initial.constant(0), variables, 1, lookback);
    build.count((double) variables * lookback * lookback);
    Linear map = Linear.of(build.in("map"), variables, (long) embedding * lookback, width);
    return (series, pass) -> {
      // The vector times the transformed window is the transform of the vector times the window.
      Tensor turned = series.matmul(matrix.tensor().t()).unsqueeze(2);
      Tensor values = turned.mul(vector.tensor()).add(shift.tensor());
      return map.forward(values.flatten(2, 3), pass);
    };
  }

  private Block layers(Window window, Build build) {
    long variables = window.variables();
    Shape tokens = Shape.tokens(variables, width);
    Parameter fixed =
        mixing.equals(CORRELATION)
            ? build
                .parameters()
                .buffer(CORRELATION, Initial.constant(1.0 / variables), variables, variables)
            : null;
    List<Block> blocks = new ArrayList<>();
    for (int k = 0; k < repeat; k++) {
      blocks.add(layer(tokens, fixed, build.in("layer" + k)));
    }
    blocks.add(new LayerNorm(build.in("norm").parameters(), width));
    return Block.sequence(blocks.toArray(Block[]::new));
  }

  private Block layer(Shape tokens, Parameter fixed, Build build) {
    Build mixer = build.in("mixer");
    Block mix =
        fixed == null
            ? new NormLin(dropout).build(tokens, mixer).block()
            : NormLin.by(fixed::tensor, dropout, tokens, mixer);
    LayerNorm mixed = new LayerNorm(build.in("mixerNorm").parameters(), width);
    Dropout drop = new Dropout(dropout);
    Block perceptron =
        Block.sequence(
            Linear.of(build.in("expand"), tokens.axis(0), width, hidden),
            Activation.GELU,
            drop,
            Linear.of(build.in("contract"), tokens.axis(0), hidden, width),
            drop);
    LayerNorm expanded = new LayerNorm(build.in("perceptronNorm").parameters(), width);
    return (values, pass) -> {
      Tensor sum = values.add(drop.forward(mix.forward(values, pass), pass));
      Tensor normal = mixed.forward(sum, pass);
      return expanded.forward(normal.add(perceptron.forward(normal, pass)), pass);
    };
  }

  /** From (count, variables, width) to (count, variables, horizon). */
  private Block out(Window window, Build build) {
    long variables = window.variables();
    int horizon = window.horizon();
    Parameters parameters = build.parameters();
    Linear map = Linear.of(build.in("map"), variables, width, (long) embedding * horizon);
    Parameter matrix = matrix(parameters, FUTURE, horizon);
    Parameter shift =
        parameters.parameter("shift", Role.BIAS, Initial.constant(0), variables, 1, horizon);
    build.count((double) variables * embedding * horizon * horizon);
    Block last =
        Block.sequence(
            Linear.of(build.in("expand"), variables, (long) embedding * horizon, hidden),
            Activation.GELU,
            Linear.of(build.in("contract"), variables, hidden, horizon),
            new Dropout(dropout));
    return (tokens, pass) -> {
      Tensor values = map.forward(tokens, pass).view(tokens.size(0), variables, embedding, horizon);
      Tensor back = values.matmul(matrix.tensor()).add(shift.tensor());
      return last.forward(back.flatten(2, 3), pass);
    };
  }

  /** An orthogonal matrix, the identity until there is data; its mean over workers is itself. */
  private static Parameter matrix(Parameters parameters, String name, long size) {
    Initial identity =
        (target, from, shape, random) -> {
          for (int i = 0; i < size; i++) {
            target[from + i * (int) size + i] = 1;
          }
        };
    return parameters.buffer(name, identity, size, size);
  }

  @Override
  public Map<String, float[]> fitted(Window window, TrainingContext context) {
    List<Series> seen = new ArrayList<>(context.series().series(Split.TRAIN));
    if (!rows.equals("train")) {
      seen.addAll(context.series().series(Split.VALIDATION));
    }
    Map<String, float[]> values = new HashMap<>();
    values.put("input." + PAST, new WindowCorrelation(window.lookback()).eigenvectors(seen));
    values.put("output." + FUTURE, new WindowCorrelation(window.horizon()).eigenvectors(seen));
    if (mixing.equals(CORRELATION)) {
      values.put(CORRELATION, VariableCorrelation.softmax(seen));
    }
    return values;
  }
}
