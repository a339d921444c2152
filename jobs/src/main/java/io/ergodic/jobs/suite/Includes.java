package io.ergodic.jobs.suite;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderClasspath;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigIncluderURL;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.File;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What {@code include "FILE"} means in a suite: a file beside the one that names it. HOCON itself
 * passes over a missing one in silence, and a run with half of the settings is worse than none; it
 * would also fetch anything from the network.
 *
 * @param file the file that includes
 */
record Includes(Path file)
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  /** Parses a file whose includes follow these rules. */
  static ConfigObject parse(Path file) {
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new Includes(file));
    return ConfigFactory.parseFile(file.toFile(), options).root();
  }

  @Override
  public ConfigIncluder withFallback(ConfigIncluder fallback) {
    return this;
  }

  @Override
  public ConfigObject include(ConfigIncludeContext context, String what) {
    Path included = file.toAbsolutePath().resolveSibling(what);
    if (!Files.isRegularFile(included)) {
      throw new InvalidInputException(
          file + ": include \"" + what + "\": no such file: " + included.normalize());
    }
    return parse(included);
  }

  @Override
  public ConfigObject includeFile(ConfigIncludeContext context, File what) {
    return include(context, what.toString());
  }

  @Override
  public ConfigObject includeURL(ConfigIncludeContext context, URL what) {
    throw refused("url(\"" + what + "\")");
  }

  @Override
  public ConfigObject includeResources(ConfigIncludeContext context, String what) {
    throw refused("classpath(\"" + what + "\")");
  }

  private InvalidInputException refused(String what) {
    return new InvalidInputException(
        file + ": include " + what + ": a suite includes files only: include \"FILE\"");
  }
}
