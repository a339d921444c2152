package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One colour per system, the same in every chart, legible on white and on dark grey. */
public final class Palette {
  private static final String[] COLOURS = {
    "#3d7edb", "#e8793a", "#2ba678", "#c64fa0", "#d9a31c", "#8b6be0", "#1ba6bd", "#dc4e56",
    "#7f9b2f", "#a57150"
  };

  private final Map<String, String> colours = new LinkedHashMap<>();

  private Palette() {}

  /**
   * Each system, in the order of the suite, takes the first colour that no system it is compared
   * with has: systems of one experiment always differ, and the first, most distinct colours are
   * used in all of them. Colours do not depend on results.
   */
  public static Palette of(List<TrialRecord> trials) {
    Map<String, Set<String>> experiments = new LinkedHashMap<>();
    trials.stream()
        .filter(t -> !t.floor())
        .forEach(
            t ->
                experiments
                    .computeIfAbsent(t.experiment(), name -> new LinkedHashSet<>())
                    .add(t.system()));
    Palette palette = new Palette();
    for (Set<String> systems : experiments.values()) {
      for (String system : systems) {
        if (!palette.colours.containsKey(system)) {
          palette.colours.put(system, palette.free(system, experiments));
        }
      }
    }
    return palette;
  }

  private String free(String system, Map<String, Set<String>> experiments) {
    Set<String> taken = new HashSet<>();
    for (Set<String> systems : experiments.values()) {
      if (systems.contains(system)) {
        systems.forEach(other -> taken.add(colours.get(other)));
      }
    }
    for (int i = 0; ; i++) {
      String colour = i < COLOURS.length ? COLOURS[i] : further(i);
      if (!taken.contains(colour)) {
        return colour;
      }
    }
  }

  /** Beyond the hand-picked ones: hues a golden angle apart. */
  private static String further(int i) {
    float hue = (float) (i * 0.61803398875 % 1);
    int rgb = java.awt.Color.HSBtoRGB(hue, 0.55f, 0.78f) & 0xffffff;
    return String.format(Locale.ROOT, "#%06x", rgb);
  }

  /** Colour of a system as #rrggbb; grey for the floor and the unknown. */
  public String colour(String system) {
    return colours.getOrDefault(system, "#8a8f98");
  }
}
