package io.ergodic.jobs.suite;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueFactory;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads the HOCON of a suite, with settings from the command line laid over it. */
public final class SuiteFile {
  private SuiteFile() {}

  /**
   * Parses a file and resolves its substitutions after the overrides are in, so that {@code --set
   * data.root=...} reaches every {@code ${data.root}}. Relative names of files are looked for in
   * the folder of the suite first, then in the working directory.
   *
   * @param overrides {@code key=value} pairs; a value that parses as HOCON is taken as such
   */
  public static Settings load(Path file, List<String> overrides) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(file + ": no such suite file");
    }
    try {
      Config config = Includes.parse(file).toConfig();
      config = overrides(overrides).withFallback(config);
      return Settings.of(config.resolve()).in(file.toAbsolutePath().getParent());
    } catch (ConfigException.UnresolvedSubstitution unresolved) {
      throw new InvalidInputException(
          file + ": a substitution has no value; give it with --set: " + unresolved.getMessage(),
          unresolved);
    } catch (ConfigException wrong) {
      throw new InvalidInputException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  /** What {@code key=value} pairs of the command line say; of two for one key the later. */
  public static Config overrides(List<String> pairs) {
    Config config = ConfigFactory.empty();
    for (String pair : pairs) {
      config = override(pair).withFallback(config);
    }
    return config;
  }

  private static Config override(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new InvalidInputException("--set " + text + ": must look like key=value");
    }
    String key = text.substring(0, equals).strip();
    String value = text.substring(equals + 1).strip();
    ConfigParseOptions origin = ConfigParseOptions.defaults().setOriginDescription("--set " + text);
    try {
      // Checks the key; a value such as a path with odd characters is taken as a plain string.
      ConfigUtil.splitPath(key);
      return ConfigFactory.parseString(key + " = " + value, origin);
    } catch (ConfigException.Parse plain) {
      return ConfigFactory.empty().withValue(key, ConfigValueFactory.fromAnyRef(value, "--set"));
    } catch (ConfigException wrong) {
      throw new InvalidInputException("--set " + text + ": " + wrong.getMessage(), wrong);
    }
  }
}
