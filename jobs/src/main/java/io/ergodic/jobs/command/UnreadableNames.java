package io.ergodic.jobs.command;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names that Java could not read. It decodes the command line and the working folder by the locale;
 * under {@code LANG=C} each byte of an umlaut becomes U+FFFD, and no file of that name is found.
 */
final class UnreadableNames {
  private static final String REPLACEMENT = "\uFFFD";

  private UnreadableNames() {}

  /** What to say of it; empty where all names have been read. */
  static Optional<String> explain(String... arguments) {
    return Stream.concat(Arrays.stream(arguments), Stream.of(System.getProperty("user.dir", "")))
        .filter(name -> name.contains(REPLACEMENT))
        .findFirst()
        .map(
            name ->
                name.replace(REPLACEMENT, "?")
                    + ": has characters that file names cannot have in this process ("
                    + System.getProperty("sun.jnu.encoding")
                    + "); set LC_ALL=C.UTF-8, or another locale with UTF-8");
  }
}
