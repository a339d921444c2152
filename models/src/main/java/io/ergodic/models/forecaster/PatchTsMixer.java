package io.ergodic.models.forecaster;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.LayerNorm;
import io.ergodic.models.block.Linear;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * TSMixer of patches (Ekambaram et al., KDD 2023): each variable is cut into patches, and
 * perceptrons mix the patches and the features of a patch in turn, with a gate of softmax weights
 * behind each; with {@code mix = variables} the variables first. The newest rows fill whole
 * patches; older ones that are left over are not seen.
 */
public record PatchTsMixer(
    @Setting(value = "rows of a patch", fallback = "8", min = 1) int patch,
    @Setting(value = "rows from patch to patch; 0 for the patch", fallback = "0", min = 0)
        int stride,
    @Setting(value = "features of a patch", fallback = "8", min = 1) int width,
    @Setting(value = "hidden units for each input of a perceptron", fallback = "2", min = 1)
        int expansion,
    @Setting(value = "mixing layers", fallback = "3", min = 1) int repeat,
    @Setting(
            value = "patches and features of each variable alone, or its variables as well",
            fallback = "patches",
            choices = {"patches", "variables"})
        String mix,
    @Setting(value = "whether perceptrons are gated", fallback = "true") boolean gated,
    @Setting(value = "after each map", fallback = "0.2", min = 0, max = 0.99) double dropout,
    @Setting(value = "before the last map", fallback = "0.2", min = 0, max = 0.99)
        double headDropout)
    implements ForecastNetwork {
  /** {@code patch-ts-mixer}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "patch-ts-mixer",
          PatchTsMixer.class,
          "gated perceptrons over patches and their features (Ekambaram et al. 2023)");
    }
  }

  @Override
  public Block build(Window window, Build build) {
    if (patch > window.lookback()) {
      throw new InvalidInputException(
          "network patch-ts-mixer: patches of "
              + patch
              + " rows are longer than the look-back "
              + window.lookback());
    }
    long step = stride > 0 ? stride : patch;
    long variables = window.variables();
    long patches = (window.lookback() - patch) / step + 1;
    long seen = patch + step * (patches - 1);
    Linear embedding = Linear.of(build.in("embedding"), variables * patches, patch, width);
    Block[] layers = new Block[repeat];
    for (int k = 0; k < repeat; k++) {
      layers[k] = layer(build.in("layer" + k), variables, patches);
    }
    Block trunk = Block.sequence(layers);
    Linear head = Linear.of(build.in("head"), variables, patches * width, window.horizon());
    Dropout drop = new Dropout(headDropout);
    return (series, pass) -> {
      Tensor cut = series.narrow(2, series.size(2) - seen, seen).unfold(2, patch, step);
      Tensor mixed = trunk.forward(embedding.forward(cut.contiguous(), pass), pass);
      return head.forward(drop.forward(mixed.flatten(2, 3), pass), pass);
    };
  }

  /** Of (count, variables, patches, features). */
  private Block layer(Build build, long variables, long patches) {
    Block overPatches = mixer(build.in("patches"), 2, patches, variables * width);
    Block overFeatures = mixer(build.in("features"), 3, width, variables * patches);
    return mix.equals("patches")
        ? Block.sequence(overPatches, overFeatures)
        : Block.sequence(
            acrossVariables(build.in("variables"), variables, patches), overPatches, overFeatures);
  }

  /** A norm, a perceptron over an axis, its gate, and the way past them. */
  private Block mixer(Build build, long axis, long inputs, long places) {
    LayerNorm norm = new LayerNorm(build.in("norm").parameters(), width);
    Block perceptron = perceptron(build, inputs, places);
    Block gate = gate(build, inputs, places);
    return (values, pass) -> {
      Tensor turned = norm.forward(values, pass).transpose(axis, 3).contiguous();
      Tensor mixed = gate.forward(perceptron.forward(turned, pass), pass);
      return values.add(mixed.transpose(axis, 3));
    };
  }

  /** The same over variables, where the gate stands first. */
  private Block acrossVariables(Build build, long variables, long patches) {
    LayerNorm norm = new LayerNorm(build.in("norm").parameters(), width);
    Block gate = gate(build, variables, patches * width);
    Block perceptron = perceptron(build, variables, patches * width);
    return (values, pass) -> {
      Tensor turned = norm.forward(values, pass).transpose(1, 3).contiguous();
      Tensor mixed = perceptron.forward(gate.forward(turned, pass), pass);
      return values.add(mixed.transpose(1, 3));
    };
  }

  private Block perceptron(Build build, long inputs, long places) {
    long hidden = inputs * expansion;
    Dropout drop = new Dropout(dropout);
    return Block.sequence(
        Linear.of(build.in("expand"), places, inputs, hidden),
        Activation.GELU,
        drop,
        Linear.of(build.in("contract"), places, hidden, inputs),
        drop);
  }

  private Block gate(Build build, long inputs, long places) {
    if (!gated) {
      return Activation.NONE;
    }
    Linear scores = Linear.of(build.in("gate"), places, inputs, inputs);
    return (values, pass) -> values.mul(torch.softmax(scores.forward(values, pass), -1));
  }
}
