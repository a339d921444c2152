package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.Lanes.COUNT;
import static io.ergodic.models.kernel.Lanes.SPECIES;
import static io.ergodic.models.kernel.Lanes.WIDTH;
import static io.ergodic.models.kernel.PanelLayout.ROWS;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * An affine or linear map W x + b over sixteen lanes with its adjoint, gathered as {@link LaneCell}
 * tells. Canonical order of the weights: W (rows x columns, row-major), b (rows) where there is
 * one.
 */
final class LaneLinear {
  private static final int PANEL = ROWS * COUNT;

  private final int rows;
  private final int columns;
  private final int panels;
  private final float[] weights;
  private final float[] bias;
  private final float[] weightSums;
  private final float[] biasSums;
  private final float[] kept;

  LaneLinear(int rows, int columns) {
    this(rows, columns, true);
  }

  /**
   * @param shifted whether there is b
   */
  LaneLinear(int rows, int columns, boolean shifted) {
    this.rows = rows;
    this.columns = columns;
    this.panels = PanelLayout.count(rows);
    weights = new float[panels * ROWS * columns];
    bias = new float[shifted ? rows : 0];
    weightSums = new float[panels * PANEL * columns];
    biasSums = new float[bias.length * COUNT];
    kept = new float[panels * LaneCell.SLOTS * PANEL];
  }

  int parameterCount() {
    return rows * columns + bias.length;
  }

  /** Values of an output: its rows, filled up to whole panels, times 16. */
  int outputs() {
    return panels * PANEL;
  }

  /** Takes new weights, found from {@code offset}, and forgets all gradients. */
  void load(float[] parameters, int offset) {
    PanelLayout.pack(parameters, offset, rows, columns, columns, 1, weights);
    System.arraycopy(parameters, offset + rows * columns, bias, 0, bias.length);
    Arrays.fill(weightSums, 0);
    Arrays.fill(biasSums, 0);
  }

  /**
   * Writes W x + b.
   *
   * @param x columns x 16 values from {@code from}
   * @param out receives {@link #outputs} values from 0
   */
  void apply(float[] x, int from, float[] out) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      Panels.multiply(weights, panels, columns, x, from + lane, out, lane, PANEL);
      for (int r = 0; r < bias.length; r++) {
        int o = r * COUNT + lane;
        FloatVector.fromArray(SPECIES, out, o).add(bias[r]).intoArray(out, o);
      }
    }
  }

  /** Keeps dL/d(output), rows x 16 values from {@code from}, in a slot. */
  void keep(float[] deltas, int from, int slot) {
    for (int panel = 0; panel < panels; panel++) {
      int length = Math.min(ROWS, rows - panel * ROWS) * COUNT;
      int to = (panel * LaneCell.SLOTS + slot) * PANEL;
      System.arraycopy(deltas, from + panel * PANEL, kept, to, length);
    }
    Lanes.add(deltas, from, biasSums, 0, biasSums.length);
  }

  /** Adds dL/dx of what a slot keeps to columns x 16 values from {@code to}. */
  void addBack(int slot, float[] inner, int to) {
    int stride = LaneCell.SLOTS * PANEL;
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      int from = slot * PANEL + lane;
      Panels.addTransposed(weights, panels, columns, kept, from, stride, inner, to + lane);
    }
  }

  /**
   * Adds slots 0 to {@code slots} to the gradient of W.
   *
   * @param x what the map was applied to, {@code stride} values apart from slot to slot
   */
  void accumulate(float[] x, int from, int stride, int slots) {
    for (int lane = 0; lane < COUNT; lane += WIDTH) {
      for (int panel = 0; panel < panels; panel++) {
        int rowsFrom = panel * LaneCell.SLOTS * PANEL;
        int sums = panel * columns * PANEL;
        Panels.accumulate(kept, rowsFrom, x, from, stride, slots, columns, weightSums, sums, lane);
      }
    }
  }

  /** Adds the gradient of all weights to {@code gradient}, from {@code offset}. */
  void gradient(float[] gradient, int offset) {
    PanelLayout.unpackSums(weightSums, rows, columns, columns, 1, gradient, offset);
    for (int r = 0; r < bias.length; r++) {
      gradient[offset + rows * columns + r] += Lanes.sum(biasSums, r * COUNT);
    }
  }
}
