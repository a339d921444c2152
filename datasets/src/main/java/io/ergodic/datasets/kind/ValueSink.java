package io.ergodic.datasets.kind;

/** Takes the value of one cell. */
public interface ValueSink {
  void text(String value);

  void integer(int value);

  void whole(long value);

  void number(double value);

  void bytes(byte[] value);

  void integers(int[] values);

  void floats(float[] values);

  void doubles(double[] values);
}
