package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.SpreadSettings;
import io.ergodic.models.family.Family;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A system as a suite defines it: a family with settings, and how its training is spread, if it is.
 *
 * @param settings of the family, with {@code averaging} or {@code spread} where given, as canonical
 *     JSON
 * @param path where they stand in the suite, for messages
 * @param folder of the suite, in which files that the settings name are looked for first; empty for
 *     none
 */
public record SystemSpec(String name, String family, String settings, String path, String folder)
    implements Serializable {
  private static final String AVERAGING = "averaging";
  private static final String SPREAD = "spread";
  private static final String FAMILY = "family";
  private static final String RECIPE = "recipe";
  private static final String BASE = "base";

  /** A system of no suite. */
  public SystemSpec(String name, String family, String settings, String path) {
    this(name, family, settings, path, "");
  }

  /**
   * Reads {@code systems.NAME}: a family with settings, a recipe or another system of the suite
   * with overrides. Where none of the three is named, NAME itself is a recipe or a family.
   *
   * @param others the systems of the suite that stand before this one or are its base
   */
  static SystemSpec read(String name, Settings settings, Function<String, SystemSpec> others) {
    if (name.equals(TrialRecord.FLOOR)) {
      throw new InvalidInputException(
          settings.path() + ": this name is kept for what the truth itself scores; choose another");
    }
    SystemSpec under = under(name, settings, others);
    Settings own = settings.without(FAMILY).without(RECIPE).without(BASE);
    SystemSpec spec =
        new SystemSpec(
            name,
            under.family(),
            Settings.parse(Inheritance.merge(own.json(), under.settings()), settings.path()).json(),
            settings.path(),
            settings.folders().size() == 1 ? "" : settings.folders().get(0).toString());
    String key = spec.averaging().isPresent() ? AVERAGING : SPREAD;
    if ((spec.averaging().isPresent() || spec.spread().isPresent())
        && Catalogue.family(spec.family(), settings.path()) instanceof DistributedFamily) {
      throw settings.error(key, spec.family() + " is spread over the executors by MLlib already");
    }
    return spec;
  }

  /** What the settings of a system are laid over. */
  private static SystemSpec under(
      String name, Settings settings, Function<String, SystemSpec> others) {
    List<String> sources = Stream.of(FAMILY, RECIPE, BASE).filter(settings::has).toList();
    if (sources.size() > 1) {
      throw settings.error(sources.get(1), "cannot be given together with " + sources.get(0));
    }
    if (settings.has(BASE)) {
      return others.apply(settings.string(BASE));
    }
    boolean recipe = settings.has(RECIPE) || (!settings.has(FAMILY) && Recipes.contains(name));
    if (recipe) {
      Recipe found = Recipes.get(settings.string(RECIPE, name), settings.path(RECIPE));
      return new SystemSpec(name, found.family(), found.settings(), settings.path());
    }
    String family = settings.string(FAMILY, name);
    Catalogue.family(family, settings.path(FAMILY));
    return new SystemSpec(name, family, "{}", settings.path());
  }

  /** A recipe or, where there is none of the name, a family with its defaults. */
  public static SystemSpec of(String name) {
    if (Recipes.contains(name)) {
      return of(Recipes.get(name, name));
    }
    return new SystemSpec(name, Catalogue.family(name, name).name(), "{}", name);
  }

  /** The system of a recipe as it is. */
  public static SystemSpec of(Recipe recipe) {
    return new SystemSpec(
        recipe.name(),
        recipe.family(),
        recipe.settings(),
        Recipes.FOLDER + "/" + recipe.name() + ".conf");
  }

  /** This system with other settings laid over its own. */
  SystemSpec with(Settings overrides) {
    return overrides.keys().isEmpty() ? this : with(overrides.json());
  }

  /** This system with other settings, as JSON, laid over its own. */
  public SystemSpec with(String overrides) {
    String merged = Settings.parse(Inheritance.merge(overrides, settings), path).json();
    return new SystemSpec(name, family, merged, path, folder);
  }

  /** The settings of the family alone, files among them read. */
  public Settings familySettings() {
    return attached().all().without(AVERAGING).without(SPREAD);
  }

  /**
   * The same with the addresses of their contents in place of files' names: what an executor can
   * use, and what tells one system from another.
   *
   * @throws InvalidInputException for a file that is not there
   */
  public SystemSpec attached() {
    Family described = Catalogue.family(family, path);
    return described.files().isEmpty()
        ? this
        : new SystemSpec(name, family, AttachedFiles.attach(described, all()), path, folder);
  }

  private Settings all() {
    Settings all = Settings.parse(settings, path);
    return folder.isEmpty() ? all : all.in(Path.of(folder));
  }

  /** How its one pass is shared by executors; empty where one task does it. */
  public Optional<SpreadSettings> spread() {
    if (!mentions(SPREAD)) {
      return Optional.empty();
    }
    Settings all = all();
    return all.has(SPREAD) ? Optional.of(SpreadSettings.read(all.child(SPREAD))) : Optional.empty();
  }

  /** How the system is trained by many executors; empty when it is trained in one task. */
  public Optional<AveragingSettings> averaging() {
    if (!mentions(AVERAGING)) {
      return Optional.empty();
    }
    Settings all = all();
    return all.has(AVERAGING)
        ? Optional.of(AveragingSettings.read(all.child(AVERAGING)))
        : Optional.empty();
  }

  /**
   * Whether it is worth while to parse the settings for a key: every trial asks, more than once.
   */
  private boolean mentions(String key) {
    return settings.contains("\"" + key + "\"");
  }
}
