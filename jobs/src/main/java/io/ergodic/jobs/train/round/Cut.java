package io.ergodic.jobs.train.round;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of one of a worker's vectors: values {@code from} to {@code to - 1}.
 *
 * @param index of the cut among all of the worker
 * @param vector 0 for the parameters, 1 for the optimiser's state
 */
record Cut(int index, int vector, int from, int to) implements Serializable {
  /** Of the bytes of a piece. */
  static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  /** Cuts all vectors into pieces of a size, and less at their ends. */
  static List<Cut> all(int size, int... lengths) {
    List<Cut> cuts = new ArrayList<>();
    for (int vector = 0; vector < lengths.length; vector++) {
      for (long from = 0; from < lengths[vector]; from += size) {
        int to = (int) Math.min(lengths[vector], from + size);
        cuts.add(new Cut(cuts.size(), vector, (int) from, to));
      }
    }
    return cuts;
  }

  int length() {
    return to - from;
  }

  /** Copies the piece's values from their bytes. */
  void read(ByteBuffer bytes, float[] target, int at) {
    bytes.order(ORDER).asFloatBuffer().get(target, at, length());
  }
}
