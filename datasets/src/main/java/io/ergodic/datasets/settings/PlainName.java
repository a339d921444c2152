package io.ergodic.datasets.settings;

import java.util.regex.Pattern;

/**
 * Names that become part of a path: of suites, datasets and shards. Such a name can lead nowhere
 * else, whoever wrote it.
 */
public final class PlainName {
  /** What is allowed, for messages. */
  public static final String ALLOWED =
      "letters, digits, '.', '_' and '-', beginning with a letter or digit, at most 200 of them";

  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,199}");

  private PlainName() {}

  /** Whether a name may be part of a path; null may not. */
  public static boolean is(String name) {
    return name != null && PLAIN.matcher(name).matches();
  }

  /**
   * Refuses a name that may not be part of a path.
   *
   * @param where it stands
   */
  public static void require(String name, String where) {
    if (!is(name)) {
      throw new InvalidInputException(
          where + ": must be " + ALLOWED + ", not " + (name == null ? "null" : "'" + name + "'"));
    }
  }
}
