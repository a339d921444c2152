package io.ergodic.models.dynamics;

import io.ergodic.datasets.settings.Settings;

/**
 * Variables on a ring cut into groups of neighbours. A group predicts its own variables from these
 * and {@code overlap} more on either side (Pathak et al., Phys. Rev. Lett. 120, 024102, 2018).
 *
 * @param groups (as many as variables): a divisor of their number
 * @param overlap (4, or as many as there are): variables of others that a group sees on either side
 * @param shared (false): whether all groups have one reservoir and one read-out, which is right
 *     where no place differs from another, and makes every group's rows those of all
 */
record LocalGroups(int dimension, int groups, int overlap, boolean shared) {
  private static final int USUAL_OVERLAP = 4;

  static LocalGroups read(Settings settings, int dimension) {
    settings.explain(
        "groups", "that the variables are cut into, each with a reservoir",
        "overlap", "variables of its neighbours that a group sees on either side",
        "shared", "whether all groups have the same reservoir and read-out");
    int groups = settings.integer("groups", dimension, 1, dimension);
    if (dimension % groups != 0) {
      throw settings.error(
          "groups", "must divide the " + dimension + " variables of the data, not " + groups);
    }
    int most = (dimension - dimension / groups) / 2;
    int overlap = settings.integer("overlap", Math.min(USUAL_OVERLAP, most), 0, most);
    return new LocalGroups(dimension, groups, overlap, settings.flag("shared", false));
  }

  /** Variables that a group predicts. */
  int own() {
    return dimension / groups;
  }

  /** Variables that a group sees. */
  int seen() {
    return own() + 2 * overlap;
  }

  /** Read-outs that are fitted. */
  int readouts() {
    return shared ? 1 : groups;
  }

  /** The read-out of a group. */
  int readout(int group) {
    return shared ? 0 : group;
  }

  /** Copies what a group sees of the row at {@code from} to the front of {@code target}. */
  void gather(int group, double[] row, int from, double[] target) {
    int first = group * own() - overlap + dimension;
    for (int i = 0; i < seen(); i++) {
      target[i] = row[from + (first + i) % dimension];
    }
  }

  /** The same of a row in single precision. */
  void gather(int group, float[] row, int from, double[] target) {
    int first = group * own() - overlap + dimension;
    for (int i = 0; i < seen(); i++) {
      target[i] = row[from + (first + i) % dimension];
    }
  }
}
