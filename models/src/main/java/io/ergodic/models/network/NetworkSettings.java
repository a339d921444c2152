package io.ergodic.models.network;

import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.registry.RecordSettings;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Head;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network as settings describe it:
 *
 * <pre>
 * stem { kind = patch, size = 4, width = 64 }
 * stages.1 { repeat = 4, token { kind = attention, heads = 4 }, channel = mlp }
 * head = mean
 * </pre>
 *
 * @param stages in the order of their names, numbers by value
 */
public record NetworkSettings(Stem stem, Map<String, StageSettings> stages, Head head) {
  /** Reads {@code stem}, {@code stages} and {@code head}; the caller refuses what else there is. */
  public static NetworkSettings read(Settings settings) {
    settings.explain("stages", "what is done one after the other between stem and head");
    Map<String, StageSettings> stages = new LinkedHashMap<>();
    settings.child("stages").numbered().forEach((name, one) -> stages.put(name, stage(one)));
    return new NetworkSettings(
        Kinds.read(Stem.class, settings, "stem"),
        stages,
        Kinds.read(Head.class, settings, "head", "kind = mean"));
  }

  private static StageSettings stage(Settings settings) {
    StageSettings stage = RecordSettings.read(StageSettings.class, settings);
    boolean mixers = stage.token().isPresent() || stage.channel().isPresent();
    if (stage.layer().isPresent() == mixers && stage.repeat() > 0) {
      throw new InvalidInputException(
          settings.path()
              + ": needs either a layer, or a token or channel mixer"
              + (mixers ? ", not both" : ""));
    }
    return stage;
  }

  /** Declares all parameters and checks that every block fits the one before. */
  public Network build(Build build, Port input, Port output) {
    Trunk trunk = trunk(build, input);
    Shape last = trunk.last();
    Built end = head.build(last, build.in("head"), output);
    return new Network(trunk.stem(), trunk.layers(), end.block());
  }

  /** Everything but the head. */
  public record Trunk(Block stem, Shape stemOutput, List<Network.Layer> layers) {
    /** What the head would read. */
    public Shape last() {
      return layers.isEmpty() ? stemOutput : layers.get(layers.size() - 1).output();
    }
  }

  /** Declares all parameters but the head's. */
  public Trunk trunk(Build build, Port input) {
    Built begin = stem.build(Shape.of(input), build.in("stem"));
    List<Network.Layer> layers = new ArrayList<>();
    Shape shape = begin.output();
    int depth = stages.values().stream().mapToInt(StageSettings::repeat).sum();
    for (Map.Entry<String, StageSettings> stage : stages.entrySet()) {
      shape = add(stage.getKey(), stage.getValue(), shape, depth, build, layers);
    }
    return new Trunk(begin.block(), begin.output(), layers);
  }

  private static Shape add(
      String name,
      StageSettings stage,
      Shape input,
      int depth,
      Build build,
      List<Network.Layer> layers) {
    Shape shape = input;
    if (stage.down().isPresent()) {
      Built down = stage.down().get().build(shape, build.in(name).in("down"));
      layers.add(new Network.Layer(name + ".down", down.block(), down.output()));
      shape = down.output();
    }
    for (int i = 0; i < stage.repeat(); i++) {
      Built layer = layer(stage, shape, build.in(name).in(i), i, layers.size(), depth);
      layers.add(new Network.Layer(name + "." + i, layer.block(), layer.output()));
      shape = layer.output();
    }
    return shape;
  }

  private static Built layer(
      StageSettings stage, Shape input, Build build, int index, int before, int depth) {
    if (stage.layer().isPresent()) {
      return stage.layer().get().build(input, build, index);
    }
    double drop = depth > 1 ? stage.residual().dropPath() * before / (depth - 1) : 0;
    double dropped = Math.min(drop, stage.residual().dropPath());
    Shape shape = input;
    List<Block> blocks = new ArrayList<>();
    if (stage.token().isPresent()) {
      Built token =
          Branch.of(
              stage.token().get(),
              stage.norm(),
              stage.residual(),
              dropped,
              shape,
              build.in("token"));
      blocks.add(token.block());
      shape = token.output();
    }
    if (stage.channel().isPresent()) {
      Built channel =
          Branch.of(
              stage.channel().get(),
              stage.norm(),
              stage.residual(),
              dropped,
              shape,
              build.in("channel"));
      blocks.add(channel.block());
      shape = channel.output();
    }
    return new Built(Block.sequence(blocks.toArray(Block[]::new)), shape);
  }

  /** The classes of all kinds it is put together from. */
  public Set<Class<?>> parts() {
    Set<Class<?>> parts = new HashSet<>(Set.of(stem.getClass(), head.getClass()));
    for (StageSettings stage : stages.values()) {
      stage.down().ifPresent(kind -> parts.add(kind.getClass()));
      stage.layer().ifPresent(kind -> parts.add(kind.getClass()));
      stage.token().ifPresent(kind -> parts.add(kind.getClass()));
      stage.channel().ifPresent(kind -> parts.add(kind.getClass()));
      parts.add(stage.norm().getClass());
    }
    return parts;
  }
}
