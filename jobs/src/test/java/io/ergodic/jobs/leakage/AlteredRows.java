package io.ergodic.jobs.leakage;

import io.ergodic.datasets.source.Row;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Rows of any kind of data with other values in the same form. */
final class AlteredRows {
  private AlteredRows() {}

  /** The same row, its arrays changed: numbers moved and stretched, bytes turned over. */
  static Row of(Row row) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    boolean changed = false;
    try {
      for (int i = 0; i < values.length; i++) {
        Object value = components[i].getAccessor().invoke(row);
        values[i] = altered(value);
        changed |= values[i] != value;
      }
      if (!changed) {
        throw new IllegalArgumentException("nothing to alter in " + row);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<? extends Row> constructor = row.getClass().getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Object altered(Object value) {
    if (value instanceof double[] numbers) {
      return Arrays.stream(numbers).map(number -> 3 * number + 7).toArray();
    }
    if (value instanceof float[] numbers) {
      float[] moved = numbers.clone();
      for (int i = 0; i < moved.length; i++) {
        moved[i] = 3 * moved[i] + 7;
      }
      return moved;
    }
    if (value instanceof byte[] bytes) {
      byte[] turned = bytes.clone();
      for (int i = 0; i < turned.length; i++) {
        turned[i] = (byte) ~turned[i];
      }
      return turned;
    }
    // Tokens and the like stay in their vocabulary.
    return value instanceof int[] numbers
        ? Arrays.stream(numbers).map(number -> numbers[0]).toArray()
        : value;
  }
}
