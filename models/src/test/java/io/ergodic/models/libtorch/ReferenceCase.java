package io.ergodic.models.libtorch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockKind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.ChannelMixer;
import io.ergodic.models.block.Downsampling;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.LayerNorm;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;
import io.ergodic.models.block.TokenMixer;
import io.ergodic.models.forecaster.ForecastNetwork;
import io.ergodic.models.forecaster.Window;
import io.ergodic.models.plan.ConvolutionalShape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A block with settings, and what an independent implementation gives for two examples: written by
 * {@code src/test/python/block_references.py}.
 *
 * @param role simple name of the interface of the kind, or {@code Network} for what is no kind
 * @param layout of an example: image, grid (of tokens), tokens, vector, or series
 * @param axes of an example
 * @param index of the layer in its stage
 * @param series horizon and variables that a head has to give; empty for classes
 * @param multiplyAdds of one example; negative for networks, which count them otherwise
 * @param parameters shape of each by name; those named {@code codes} of a kind with waves of its
 *     own included
 * @param shape of the output, the axis of examples first
 * @param after what a pass of training makes of running statistics
 */
record ReferenceCase(
    String role,
    String kind,
    String settings,
    String layout,
    long[] axes,
    boolean training,
    int index,
    int[] series,
    double multiplyAdds,
    Map<String, long[]> parameters,
    long[] shape,
    double[] output,
    Map<String, double[]> after) {
  static final List<Class<?>> ROLES =
      List.of(
          TokenMixer.class,
          ChannelMixer.class,
          Norm.class,
          Position.class,
          Stem.class,
          LayerKind.class,
          Downsampling.class,
          Head.class,
          ForecastNetwork.class);

  private static final Port CLASSES = new Port(Port.CLASSES, 3);

  /** All of the file. */
  static List<ReferenceCase> all() {
    ObjectMapper json = new ObjectMapper();
    CollectionType list =
        json.getTypeFactory().constructCollectionType(List.class, ReferenceCase.class);
    try (InputStream in = ReferenceCase.class.getResourceAsStream("/references/blocks.json")) {
      return json.readValue(in, list);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Two examples. */
  long[] inputShape() {
    Shape one = example();
    long[] shape = new long[one.axes().length + 1];
    shape[0] = 2;
    System.arraycopy(one.axes(), 0, shape, 1, one.axes().length);
    return shape;
  }

  private Shape example() {
    return switch (layout) {
      case "image" -> Shape.image(axes[0], axes[1], axes[2]);
      case "grid" -> Shape.grid(axes[0], axes[1], axes[2]);
      case "tokens" -> Shape.tokens(axes[0], axes[1]);
      case "vector" -> Shape.vector(axes[0]);
      default -> new Shape(layout, 0, 0, axes);
    };
  }

  private Port target() {
    return series.length == 0 ? CLASSES : new Port(Port.SERIES, series);
  }

  /** Puts the block together. */
  Built build(Build build) {
    if (role.equals("Network")) {
      return new Built(network(build.parameters()), null);
    }
    Class<?> named =
        ROLES.stream().filter(one -> one.getSimpleName().equals(role)).findFirst().orElseThrow();
    Object block = Kinds.read(named, Settings.parse("kind = " + kind + ", " + settings, "case"));
    if (block instanceof ForecastNetwork forecaster) {
      Window window = new Window((int) axes[1], series[0], series[1]);
      return new Built(forecaster.build(window, build), null);
    }
    if (block instanceof LayerKind layer) {
      return layer.build(example(), build, index);
    }
    return block instanceof Head head
        ? head.build(example(), build, target())
        : ((BlockKind) block).build(example(), build);
  }

  /** Sizes as in the script. */
  private Block network(Parameters parameters) {
    return switch (kind) {
      case "patchtst" ->
          PatchTST.network(parameters, 12, 3, new PatchTST.Shape(4, 2, 2, 6, 2, 7, 0.3));
      case "dlinear" -> DLinear.network(parameters, 9, 4, 5);
      case "cnn" ->
          ConvolutionalBlocks.of(
              parameters, new ConvolutionalShape(2, 8, 8, 3, 3, 4, 5, 0.25), true);
      case "reversible" ->
          new ReversibleNorm(
              parameters.in("reversible"),
              3,
              Block.sequence(
                  new Linear(parameters.in("linear"), 6, 4),
                  new LayerNorm(parameters.in("norm"), 4)));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  @Override
  public String toString() {
    return role + " " + kind + " {" + settings + "} of " + layout + Arrays.toString(axes);
  }
}
