package io.ergodic.datasets.kind;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Arrays in local files, as their length and their values, for the time they are not in memory. */
public final class LocalArrays {
  private static final int BUFFER = 1 << 16;

  private LocalArrays() {}

  public static void write(double[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int most = BUFFER / Double.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.asDoubleBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Double.BYTES);
    }
  }

  public static double[] doubles(DataInputStream in) throws IOException {
    double[] values = new double[in.readInt()];
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int most = BUFFER / Double.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      in.readFully(buffer.array(), 0, count * Double.BYTES);
      buffer.asDoubleBuffer().get(values, from, count);
    }
    return values;
  }

  public static void write(float[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int most = BUFFER / Float.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Float.BYTES);
    }
  }

  public static float[] floats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    int most = BUFFER / Float.BYTES;
    for (int from = 0; from < values.length; from += most) {
      int count = Math.min(most, values.length - from);
      in.readFully(buffer.array(), 0, count * Float.BYTES);
      buffer.asFloatBuffer().get(values, from, count);
    }
    return values;
  }

  public static void write(int[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  public static int[] integers(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }
}
