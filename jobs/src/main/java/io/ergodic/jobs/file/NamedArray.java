package io.ergodic.jobs.file;

/**
 * A named array of a safetensors file, single or double precision.
 *
 * @param floats its values; null for double precision
 * @param doubles its values; null for single precision
 * @param shape axes, row-major
 */
public record NamedArray(String name, float[] floats, double[] doubles, long... shape) {
  /** A vector of single precision. */
  public static NamedArray of(String name, float[] values) {
    return new NamedArray(name, values, null, values.length);
  }

  /** Bytes of its values. */
  long bytes() {
    return floats != null
        ? (long) Float.BYTES * floats.length
        : (long) Double.BYTES * doubles.length;
  }
}
