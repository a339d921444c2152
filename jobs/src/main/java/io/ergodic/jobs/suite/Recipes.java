package io.ergodic.jobs.suite;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The recipes at hand: those packed into Ergodic and into plug-ins, and over them the files of
 * {@code conf/systems} beside the launcher, so that a recipe needs no build.
 */
public final class Recipes {
  /** Folder of recipes in a jar and beside the launcher. */
  public static final String FOLDER = "conf/systems";

  private Recipes() {}

  /** All recipes, by name. */
  public static Registry<Recipe> registry() {
    List<Recipe> recipes = new ArrayList<>();
    ConfFolder.texts(FOLDER)
        .forEach((name, text) -> recipes.add(Recipe.read(name, parse(name, text))));
    return Registry.of("recipe", recipes);
  }

  /** Whether there is a recipe of this name, whatever is in it. */
  static boolean contains(String name) {
    return ConfFolder.text(FOLDER, name).isPresent();
  }

  /** One recipe; no other has to be right for it. */
  public static Recipe get(String name, String path) {
    return Recipe.read(name, parse(name, text(name, path)));
  }

  /** The text of a recipe as it was written. */
  public static String text(String name, String path) {
    return ConfFolder.text(FOLDER, name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    path
                        + ": unknown recipe '"
                        + name
                        + "'; "
                        + NearestName.hint(name, ConfFolder.texts(FOLDER).keySet())));
  }

  private static Settings parse(String name, String text) {
    String file = FOLDER + "/" + name + ".conf";
    try {
      Config config =
          ConfigFactory.parseReader(
                  new StringReader(text),
                  ConfigParseOptions.defaults()
                      .setOriginDescription(file)
                      .setIncluder(new Includes(Path.of(file))))
              .resolve();
      return Settings.of(config).at(file);
    } catch (ConfigException broken) {
      throw new InvalidInputException(file + ": " + broken.getMessage(), broken);
    }
  }
}
