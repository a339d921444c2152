package io.ergodic.models.learner;

import java.util.ArrayList;
import java.util.List;

/**
 * The segments of a parameter vector that are merged otherwise than by the mean, taken out of it
 * and put in a row. They are few values as a rule, and go to the driver whole.
 */
public final class Unaveraged {
  private final List<Part> parts = new ArrayList<>();
  private final int count;

  /**
   * A segment.
   *
   * @param from index of its first value in the vector
   * @param at index of its first value in the row
   */
  private record Part(Segment segment, int from, int at) {}

  /** Of a vector of these segments. */
  public Unaveraged(List<Segment> segments) {
    int from = 0;
    int at = 0;
    for (Segment segment : segments) {
      if (segment.merge() != Merge.MEAN) {
        parts.add(new Part(segment, from, at));
        at += segment.length();
      }
      from += segment.length();
    }
    this.count = at;
  }

  /** Number of values. */
  public int count() {
    return count;
  }

  /** Whether workers keep anything of their own. */
  public boolean keepsLocal() {
    return parts.stream().anyMatch(part -> part.segment().merge() == Merge.LOCAL);
  }

  /** A copy of the values of a vector. */
  public float[] take(float[] vector) {
    float[] row = new float[count];
    for (Part part : parts) {
      System.arraycopy(vector, part.from(), row, part.at(), part.segment().length());
    }
    return row;
  }

  /** Puts values into a vector. */
  public void put(float[] row, float[] vector) {
    for (Part part : parts) {
      System.arraycopy(row, part.at(), vector, part.from(), part.segment().length());
    }
  }

  /** Puts those that a worker keeps into a vector. */
  public void putLocal(float[] row, float[] vector) {
    for (Part part : parts) {
      if (part.segment().merge() == Merge.LOCAL) {
        System.arraycopy(row, part.at(), vector, part.from(), part.segment().length());
      }
    }
  }

  /**
   * A worker's values after its steps.
   *
   * @param worker its number, from 0
   */
  public record Copy(int worker, float[] row) {}

  /**
   * Merges the copies, each segment in its own way.
   *
   * @param workers number of workers, of which some may have had no steps
   * @param copies in the order of the workers, at least one
   * @param start what all began with
   * @param fresh of a new learner
   * @throws IllegalStateException where values differ that have to be equal
   */
  public float[] merged(int workers, List<Copy> copies, float[] start, float[] fresh) {
    float[] merged = copies.get(0).row().clone();
    for (Part part : parts) {
      int from = part.at();
      int to = from + part.segment().length();
      switch (part.segment().merge()) {
        case SUM -> sum(copies, start, from, to, merged);
        case EQUAL -> check(copies, part.segment().name(), from, to);
        case CONCATENATE -> concatenate(workers, copies, part, start, merged);
        case RESET -> System.arraycopy(fresh, from, merged, from, to - from);
        case LOCAL, MEAN -> {}
      }
    }
    return merged;
  }

  private static void sum(List<Copy> copies, float[] start, int from, int to, float[] merged) {
    for (int i = from; i < to; i++) {
      double sum = copies.get(0).row()[i];
      for (Copy copy : copies.subList(1, copies.size())) {
        sum += (double) copy.row()[i] - start[i];
      }
      merged[i] = (float) sum;
    }
  }

  private static void check(List<Copy> copies, String name, int from, int to) {
    Copy first = copies.get(0);
    for (Copy copy : copies) {
      for (int i = from; i < to; i++) {
        if (Float.floatToIntBits(copy.row()[i]) != Float.floatToIntBits(first.row()[i])) {
          throw new IllegalStateException(
              name
                  + " has to be equal on all workers, but has "
                  + first.row()[i]
                  + " on worker "
                  + first.worker()
                  + " and "
                  + copy.row()[i]
                  + " on worker "
                  + copy.worker());
        }
      }
    }
  }

  private static void concatenate(
      int workers, List<Copy> copies, Part part, float[] start, float[] merged) {
    int length = part.segment().length();
    long rows = part.segment().shape().length == 0 ? 1 : part.segment().shape()[0];
    int row = rows == 0 ? 0 : (int) (length / rows);
    System.arraycopy(start, part.at(), merged, part.at(), length);
    for (Copy copy : copies) {
      int first = part.at() + row * (int) (rows * copy.worker() / workers);
      int last = part.at() + row * (int) (rows * (copy.worker() + 1) / workers);
      System.arraycopy(copy.row(), first, merged, first, last - first);
    }
  }
}
