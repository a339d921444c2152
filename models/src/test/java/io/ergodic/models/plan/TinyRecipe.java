package io.ergodic.models.plan;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recipe of conf/systems on data small enough for tests. Where it has more parameters than a test
 * can train in no time, its widths and repetitions are cut, and nothing else.
 *
 * @param series whether it classifies series rather than pictures: its own data to try it on say so
 */
record TinyRecipe(String name, String family, String task, boolean series, Settings settings) {
  private static final Path FOLDER = Path.of("..", "conf", "systems");
  private static final long MANY = 100_000;
  private static final String STEPPED = "batch = 8, epochs = 3";
  private static final Pattern SIZE = Pattern.compile("\"(width|hidden|growth|repeat)\":(\\d+)");

  /** All recipes that this module has the family of: all but those of Spark's MLlib. */
  static List<TinyRecipe> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".conf"))
          .sorted()
          .map(TinyRecipe::read)
          .filter(recipe -> ModelFamily.registry().contains(recipe.family()))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static TinyRecipe read(Path file) {
    String name = file.getFileName().toString().replace(".conf", "");
    try {
      Settings all = Settings.parse(Files.readString(file), name);
      String tried = all.child("try").child("dataset").string("source", "");
      return new TinyRecipe(
          name,
          all.string("family"),
          all.string("task"),
          tried.equals("attractor-series"),
          all.child("settings"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  boolean stepped() {
    return model(settings).stepped();
  }

  boolean on(Engine engine) {
    return registered().engine() == engine;
  }

  private ModelFamily registered() {
    return ModelFamily.registry().get(family, name);
  }

  /** A new learner, or solver, with its batches. */
  Trainable create(String overrides, int threads) {
    TrainingContext data = data();
    TrainingContext context =
        new TrainingContext(
            data.dataset(),
            data.task(),
            data.seed(),
            new Resources(threads, data.resources().device()));
    return model(overridden(overrides)).prepare(context);
  }

  /** A new learner with settings laid over those of the recipe. */
  Trainable.Stepped learner(String overrides) {
    return (Trainable.Stepped) create(overrides, 1);
  }

  private Settings overridden(String overrides) {
    Settings own = Settings.parse(settings.json(), name);
    if (!stepped()) {
      return own;
    }
    Settings tiny =
        model(settings).cost().parameters() > MANY ? Settings.parse(cut(own.json()), name) : own;
    return Settings.parse(STEPPED + "\n" + overrides, name).withFallback(tiny);
  }

  private static String cut(String json) {
    return SIZE.matcher(json).replaceAll(TinyRecipe::cut);
  }

  private static String cut(MatchResult size) {
    int most = size.group(1).equals("repeat") ? 2 : 16;
    return '"' + size.group(1) + "\":" + Math.min(most, Integer.parseInt(size.group(2)));
  }

  private Model model(Settings with) {
    return registered().create(data().model(), Settings.parse(with.json(), name));
  }

  private TrainingContext data() {
    return switch (task) {
      case "classification" -> series ? SmallData.waves(24, 1) : SmallData.bars(16, 60, 1);
      case "forecasting" -> SmallData.sines(24, 6, 1);
      case "reconstruction" -> SmallData.orbit(1);
      case "operator" -> SmallData.heat(1);
      default -> throw new IllegalArgumentException("no small data for " + task);
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
