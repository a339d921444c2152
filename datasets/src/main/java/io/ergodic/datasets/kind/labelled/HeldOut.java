package io.ergodic.datasets.kind.labelled;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Holds training series out for validation, from each class its share, drawn by the seed. */
public final class HeldOut {
  private HeldOut() {}

  /** Reads {@code validation} (0): a fraction of all training series, or how many. */
  public static int number(Settings settings, int all) {
    double validation = settings.number("validation", 0, 0, all - 1);
    int held = (int) (validation < 1 ? Math.round(validation * all) : validation);
    if (validation >= 1 && held != validation) {
      throw settings.error(
          "validation", "must be a fraction below 1 or a whole number, not " + validation);
    }
    return held;
  }

  /** Moves so many of the rows to the validation split; all of them are of the training split. */
  public static void take(List<LabelledRow> rows, int number, int classes, long seed) {
    int total = rows.size();
    int moved = 0;
    int seen = 0;
    for (int label = 0; label < classes; label++) {
      List<Integer> members = new ArrayList<>();
      for (int i = 0; i < total; i++) {
        if (rows.get(i).label() == label) {
          members.add(i);
        }
      }
      // Shares are rounded so that they add up to the number over all classes.
      seen += members.size();
      int share = (int) Math.round((double) seen * number / total) - moved;
      moved += share;
      RandomGenerator random = RandomStreams.stream(seed, "validation series", label);
      for (int i = 0; i < share; i++) {
        int taken = members.remove(random.nextInt(members.size()));
        LabelledRow row = rows.get(taken);
        rows.set(taken, new LabelledRow(Split.VALIDATION, row.index(), row.label(), row.values()));
      }
    }
  }
}
