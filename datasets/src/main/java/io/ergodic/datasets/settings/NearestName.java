package io.ergodic.datasets.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;

/** Finds the known name a mistyped one was most likely meant to be (Levenshtein distance). */
public final class NearestName {
  private NearestName() {}

  /** A sentence part such as {@code did you mean 'Lorenz'? Known: ...} for an unknown name. */
  public static String hint(String unknown, Collection<String> known) {
    if (known.isEmpty()) {
      return "nothing is known here";
    }
    String nearest =
        known.stream()
            .min(
                Comparator.<String>comparingInt(name -> distance(lower(unknown), lower(name)))
                    .thenComparing(Comparator.naturalOrder()))
            .orElseThrow();
    String all = known.stream().sorted().limit(40).collect(Collectors.joining(", "));
    String rest = known.size() > 40 ? ", ... (" + known.size() + " in all)" : "";
    return "did you mean '" + nearest + "'? Known: " + all + rest;
  }

  /** Whether one is most likely the other, misspelled. */
  static boolean similar(String left, String right) {
    int most = Math.min(left.length(), right.length()) < 5 ? 1 : 2;
    return distance(lower(left), lower(right)) <= most;
  }

  static int distance(String left, String right) {
    int[] previous = new int[right.length() + 1];
    int[] current = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int substitution = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
      }
      int[] swap = previous;
      previous = current;
      current = swap;
    }
    return previous[right.length()];
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
