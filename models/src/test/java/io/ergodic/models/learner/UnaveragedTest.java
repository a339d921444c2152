package io.ergodic.models.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnaveragedTest {
  private static final Unaveraged ALL =
      new Unaveraged(
          List.of(
              new Segment("weight", Merge.MEAN, 2),
              new Segment("count", Merge.SUM, 1),
              new Segment("codes", Merge.EQUAL, 1),
              new Segment("bias", Merge.MEAN),
              new Segment("own", Merge.LOCAL, 1),
              new Segment("memory", Merge.CONCATENATE, 3, 2),
              new Segment("cache", Merge.RESET, 1)));

  private static final float[] VECTOR = {90, 91, 1, 2, 92, 3, 4, 5, 6, 7, 8, 9, 10};

  @Test
  void whatIsNotAveragedIsTakenOutAndPutBack() {
    assertThat(ALL.count()).isEqualTo(10);
    float[] row = ALL.take(VECTOR);
    assertThat(row).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    float[] other = new float[VECTOR.length];
    ALL.put(row, other);
    assertThat(other).containsExactly(0, 0, 1, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10);
    float[] local = new float[VECTOR.length];
    ALL.putLocal(row, local);
    assertThat(local).containsExactly(0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0);
    assertThat(ALL.keepsLocal()).isTrue();
    assertThat(new Unaveraged(List.of(new Segment("w", Merge.MEAN, 5))).count()).isZero();
  }

  @Test
  void eachSegmentIsMergedInItsOwnWay() {
    float[] start = {10, 7, 0, 1, 1, 1, 1, 1, 1, 5};
    float[] one = {12, 7, 3, 20, 21, 22, 23, 24, 25, 6};
    float[] two = {15, 7, 4, 30, 31, 32, 33, 34, 35, 8};
    float[] fresh = {0, 7, 0, 0, 0, 0, 0, 0, 0, 5};
    // Rows 0 and 1 to 2 of three are worker 0's and worker 1's of two.
    assertThat(ALL.merged(2, List.of(copy(0, one), copy(1, two)), start, fresh))
        .containsExactly(17, 7, 3, 20, 21, 32, 33, 34, 35, 5);
    // Worker 0 of three was left without steps: its row is what all began with.
    assertThat(ALL.merged(3, List.of(copy(1, one), copy(2, two)), start, fresh))
        .containsExactly(17, 7, 3, 1, 1, 22, 23, 34, 35, 5);
    assertThat(ALL.merged(1, List.of(copy(0, one)), start, fresh))
        .containsExactly(12, 7, 3, 20, 21, 22, 23, 24, 25, 5);
  }

  @Test
  void aDifferenceWhereThereMustBeNoneIsNamed() {
    float[] one = new float[10];
    float[] two = new float[10];
    two[1] = 1;
    assertThatThrownBy(() -> ALL.merged(2, List.of(copy(0, one), copy(1, two)), one, one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "codes has to be equal on all workers, but has 0.0 on worker 0 and 1.0 on worker 1");
  }

  private static Unaveraged.Copy copy(int worker, float[] row) {
    return new Unaveraged.Copy(worker, row);
  }
}
