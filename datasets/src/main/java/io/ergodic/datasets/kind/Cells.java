package io.ergodic.datasets.kind;

/** The cells of one row, by the place of their column. Arrays belong to who asked for them. */
public interface Cells {
  String text(int column);

  int integer(int column);

  long whole(int column);

  double number(int column);

  byte[] bytes(int column);

  int[] integers(int column);

  float[] floats(int column);

  double[] doubles(int column);
}
