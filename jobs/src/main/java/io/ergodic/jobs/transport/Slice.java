package io.ergodic.jobs.transport;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A slice of one of a worker's vectors: the values {@code from} to {@code to - 1}.
 *
 * @param index of the slice among all slices of the worker
 * @param vector 0 for the parameters, 1 for the optimiser's state
 */
public record Slice(int index, int vector, int from, int to) implements Serializable {
  /** Divides vectors of these lengths into slices of {@code size} values; the last are shorter. */
  public static List<Slice> divide(int size, int... lengths) {
    List<Slice> slices = new ArrayList<>();
    for (int vector = 0; vector < lengths.length; vector++) {
      for (long from = 0; from < lengths[vector]; from += size) {
        int to = (int) Math.min(lengths[vector], from + size);
        slices.add(new Slice(slices.size(), vector, (int) from, to));
      }
    }
    return slices;
  }

  /** Number of values. */
  public int length() {
    return to - from;
  }
}
