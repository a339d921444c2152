package io.ergodic.datasets.batch;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one local step trains on: a count of examples and named fields with one entry an example.
 * Samplers reuse a batch: what is in it holds until the next one is asked for.
 */
public final class Batch {
  /** What a model is given. */
  public static final String INPUT = "input";

  /** What it is to answer. */
  public static final String TARGET = "target";

  /** 1 where a target counts, 0 where it does not. */
  public static final String MASK = "mask";

  /** By how much an example counts. */
  public static final String WEIGHT = "weight";

  /** Where the values of a function stand. */
  public static final String GRID = "grid";

  /** Rows of an example that are no padding. */
  public static final String LENGTH = "length";

  /** The most values an array of the virtual machine holds. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final long[] examples;
  private int count;

  private Batch(int capacity) {
    this.examples = new long[capacity];
    this.count = capacity;
    for (int i = 0; i < capacity; i++) {
      examples[i] = i;
    }
  }

  /** A batch without fields for so many examples. */
  public static Batch of(int capacity) {
    return new Batch(capacity);
  }

  /** Adds a field with an array of its own; {@code shape} is that of one example. */
  public Batch addFloats(String name, int... shape) {
    return put(name, new Field.Floats(new float[length(name, shape)], shape));
  }

  /** Adds a field with an array of its own. */
  public Batch addInts(String name, int... shape) {
    return put(name, new Field.Ints(new int[length(name, shape)], shape));
  }

  /** Adds or replaces a field. */
  public Batch put(String name, Field field) {
    fields.put(name, field);
    return this;
  }

  /** Adds or replaces a field of real values. */
  public Batch put(String name, float[] values, int... shape) {
    return put(name, new Field.Floats(values, shape));
  }

  /** Adds or replaces a field of whole numbers. */
  public Batch put(String name, int[] values, int... shape) {
    return put(name, new Field.Ints(values, shape));
  }

  private int length(String name, int... shape) {
    double length = capacity();
    for (int axis : shape) {
      length *= axis;
    }
    if (length > LONGEST) {
      throw new InvalidInputException(
          "batch: "
              + capacity()
              + " examples of "
              + Arrays.toString(shape)
              + " values ("
              + name
              + ") do not fit one array of "
              + LONGEST
              + "; make batch smaller");
    }
    return (int) length;
  }

  /** Examples it has room for. */
  public int capacity() {
    return examples.length;
  }

  /** Number of examples. */
  public int count() {
    return count;
  }

  /** Says how many of the examples there is room for are there. */
  public Batch resize(int examples) {
    if (examples < 0 || examples > capacity()) {
      throw new IllegalArgumentException(examples + " examples in a batch of " + capacity());
    }
    this.count = examples;
    return this;
  }

  /** Examples {@code from} to {@code to - 1} as a batch of their own, copied. */
  public Batch part(int from, int to) {
    Batch part = new Batch(to - from);
    System.arraycopy(examples, from, part.examples, 0, to - from);
    fields.forEach(
        (name, field) -> {
          int first = from * field.size();
          int last = to * field.size();
          part.put(name, field.part(first, last));
        });
    return part;
  }

  /** Which examples of the split they are: what random draws of an example are derived from. */
  public long[] examples() {
    return examples;
  }

  public Set<String> names() {
    return fields.keySet();
  }

  public boolean has(String name) {
    return fields.containsKey(name);
  }

  public Field field(String name) {
    Field field = fields.get(name);
    if (field == null) {
      throw new IllegalArgumentException("a batch of " + fields.keySet() + " has no " + name);
    }
    return field;
  }

  /** Axes of one example of a field. */
  public int[] shape(String name) {
    return field(name).shape();
  }

  /**
   * The values of a field of floats; the first {@code count} examples are valid. Those of pixels
   * are a copy, made at each call.
   */
  public float[] floats(String name) {
    return field(name) instanceof Field.Pixels pixels
        ? pixels.values(count)
        : ((Field.Floats) field(name)).values();
  }

  /** The values of a field of whole numbers. */
  public int[] ints(String name) {
    return ((Field.Ints) field(name)).values();
  }

  /** The values of a field of bytes. */
  public byte[] bytes(String name) {
    return ((Field.Bytes) field(name)).values();
  }
}
