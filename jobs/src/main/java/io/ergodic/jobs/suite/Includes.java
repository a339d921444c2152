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
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code include "FILE"} means in a suite: a file beside the one that names it. HOCON itself
 * passes over a missing one in silence, and a run with half of the settings is worse than none; it
 * would also fetch anything from the network.
 *
 * @param file the file that includes
 * @param above the files that include it, itself the last
 */
record Includes(Path file, List<Path> above)
    implements ConfigIncluder, ConfigIncluderFile, ConfigIncluderURL, ConfigIncluderClasspath {
  /** Of a file that is read otherwise. */
  Includes(Path file) {
    this(file, List.of(file.toAbsolutePath().normalize()));
  }

  private static final long LONGEST = 16 << 20;

  /** Parses a file whose includes follow these rules. */
  static ConfigObject parse(Path file) {
    return parse(file, List.of());
  }

  private static ConfigObject parse(Path file, List<Path> above) {
    Path here = file.toAbsolutePath().normalize();
    if (above.contains(here)) {
      throw new InvalidInputException(file + ": includes itself, by way of " + above);
    }
    if (file.toFile().length() > LONGEST) {
      throw new InvalidInputException(
          file + ": " + file.toFile().length() + " bytes are no suite; at most " + LONGEST);
    }
    List<Path> chain = new ArrayList<>(above);
    chain.add(here);
    ConfigParseOptions options =
        ConfigParseOptions.defaults().setAllowMissing(false).setIncluder(new Includes(file, chain));
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
    return parse(included, above);
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
