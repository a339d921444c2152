package io.ergodic.datasets.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gets values of one configuration object and says what is wrong with them, and where they stand.
 *
 * @param path of the object in the whole configuration; empty for the root
 */
record CheckedConfig(Config config, String path) {
  /** The full path of a key of this object. */
  String path(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The value at a key, absent or null ones too. */
  Optional<ConfigValue> value(String key) {
    return Optional.ofNullable(config.root().get(key));
  }

  /** What the getter makes of a key, which it is given quoted. */
  <T> T required(String key, Function<String, T> getter) {
    try {
      return getter.apply(ConfigUtil.quoteString(key));
    } catch (ConfigException.Missing missing) {
      throw new InvalidInputException(path(key) + ": required, but not set", missing);
    } catch (ConfigException.WrongType wrong) {
      // The library's text names the place again, and for text that was parsed no place at all.
      String types = wrong.getMessage().replaceFirst("^.* has type (list of )?", "$1");
      String text = types.replace(" rather than ", ", but has to be ");
      throw new InvalidInputException(
          path(key) + ": is " + text + ": " + rendered(key) + where(key), wrong);
    } catch (ConfigException wrong) {
      throw new InvalidInputException(
          path(key)
              + ": cannot be used as it is: "
              + rendered(key)
              + " ("
              + wrong.getMessage()
              + ")",
          wrong);
    }
  }

  /** An error about one key, with its path and, where known, file and line. */
  InvalidInputException error(String key, String problem) {
    return new InvalidInputException(path(key) + ": " + problem + where(key));
  }

  private String rendered(String key) {
    return value(key).map(value -> value.render(ConfigRenderOptions.concise())).orElse("absent");
  }

  private String where(String key) {
    return value(key)
        .map(ConfigValue::origin)
        .filter(origin -> origin.filename() != null || origin.resource() != null)
        .map(origin -> " (" + origin.description() + ")")
        .orElse("");
  }
}
