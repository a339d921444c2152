package io.ergodic.models.kernel;

import static io.ergodic.models.kernel.TeacherForcingTest.check;
import static io.ergodic.models.kernel.TeacherForcingTest.constant;
import static io.ergodic.models.kernel.TeacherForcingTest.sparse;

import org.junit.jupiter.api.Test;

/** Loss and gradient of recurrent cells against finite differences of their scalar twins. */
class RecurrentCellTest {
  @Test
  void elmanDrivenByTheData() {
    highway(3, 9, 1, Gating.NONE, 0, 16, constant(1));
  }

  @Test
  void elmanRunningFreely() {
    highway(2, 8, 1, Gating.NONE, 0, 5, constant(0));
  }

  @Test
  void highwayOfThreeLayers() {
    highway(3, 7, 3, Gating.COUPLED, 0, 16, constant(0.2f));
  }

  @Test
  void highwayWithLearnedRates() {
    highway(2, 9, 2, Gating.RATE, 0, 11, sparse(5));
  }

  @Test
  void additiveHighway() {
    highway(2, 5, 2, Gating.ADDITIVE, 0, 7, constant(0.5f));
  }

  @Test
  void highwayWithAttention() {
    highway(2, 5, 2, Gating.COUPLED, 4, 16, constant(0.3f));
  }

  @Test
  void elmanWithAttention() {
    highway(3, 6, 1, Gating.NONE, 2, 3, constant(0.1f));
  }

  @Test
  void longShortTermMemory() {
    recurrent(new LstmUnit(3, 7, false), ScalarCells.lstm(3, 7, false), 16, constant(0.2f));
    recurrent(new LstmUnit(2, 9, true), ScalarCells.lstm(2, 9, true), 9, sparse(6));
  }

  @Test
  void gatedRecurrentUnit() {
    recurrent(new GruUnit(3, 9), ScalarCells.gru(3, 9), 16, constant(0.2f));
    recurrent(new GruUnit(2, 4), ScalarCells.gru(2, 4), 6, constant(0));
  }

  @Test
  void longExpressiveMemory() {
    recurrent(new LemUnit(3, 7, 1), ScalarCells.lem(3, 7, 1), 16, constant(0.2f));
    recurrent(new LemUnit(2, 9, 0.25), ScalarCells.lem(2, 9, 0.25), 5, sparse(4));
  }

  private static void highway(
      int inputs, int hidden, int depth, Gating gating, int window, int count, float[] alpha) {
    recurrent(
        new HighwayUnit(inputs, hidden, depth, gating, window),
        ScalarCells.highway(inputs, hidden, depth, gating, window),
        count,
        alpha);
  }

  private static void recurrent(
      RecurrentUnit unit, ScalarForcing.Map twin, int count, float[] alpha) {
    check(new RecurrentCell(unit), twin, unit.inputs(), count, alpha);
  }
}
