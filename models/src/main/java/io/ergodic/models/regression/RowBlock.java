package io.ergodic.models.regression;

/** Rows on their way into normal equations, which take many at a time faster than one by one. */
public final class RowBlock {
  private static final int ROWS = 64;

  private final NormalEquations equations;
  private final double[][] x;
  private final double[][] y;
  private int filled;

  /** Of no rows yet. */
  public RowBlock(NormalEquations equations, int features, int outputs) {
    this.equations = equations;
    this.x = new double[ROWS][features];
    this.y = new double[ROWS][outputs];
  }

  /** The features of the next row, to be filled. */
  public double[] x() {
    return x[filled];
  }

  /** The outputs of the next row, to be filled. */
  public double[] y() {
    return y[filled];
  }

  /** Takes the row that was filled. */
  public void next() {
    if (++filled == ROWS) {
      flush();
    }
  }

  /** Adds what is here to the equations. */
  public void flush() {
    equations.add(x, y, filled);
    filled = 0;
  }
}
