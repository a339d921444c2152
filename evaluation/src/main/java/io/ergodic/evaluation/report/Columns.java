package io.ergodic.evaluation.report;

/** Points as figures take them: a list for each coordinate. */
public final class Columns {
  private Columns() {}

  /**
   * The first columns of rows.
   *
   * @return count x rows
   */
  public static float[][] of(float[][] rows, int count) {
    float[][] columns = new float[count][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < count; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }
}
