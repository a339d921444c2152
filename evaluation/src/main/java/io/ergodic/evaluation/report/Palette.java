package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.TrialRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** One colour per system, the same in every chart, legible on white and on dark grey. */
public final class Palette {
  private static final String[] COLOURS = {
    "#3d7edb", "#e8793a", "#2ba678", "#c64fa0", "#8b6be0", "#d9a31c", "#1ba6bd", "#dc4e56",
    "#7f9b2f", "#a57150"
  };

  private final Map<String, String> colours = new LinkedHashMap<>();

  private Palette() {}

  /** Colours by the systems' names in alphabetical order, so that they do not depend on results. */
  public static Palette of(List<TrialRecord> trials) {
    TreeSet<String> systems = new TreeSet<>();
    trials.stream().filter(t -> !t.floor()).forEach(trial -> systems.add(trial.system()));
    Palette palette = new Palette();
    for (String system : systems) {
      int i = palette.colours.size();
      palette.colours.put(system, i < COLOURS.length ? COLOURS[i] : further(i));
    }
    return palette;
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
