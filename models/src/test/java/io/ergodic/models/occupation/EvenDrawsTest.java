package io.ergodic.models.occupation;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.data.Series;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvenDrawsTest {
  private static final int LENGTH = 4;

  /** 990 rows near 0 and 10 near 1 in two series, one of them too short for a window. */
  private static List<Series> series() {
    double[] values = new double[1000];
    for (int t = 600; t < 610; t++) {
      values[t] = 1;
    }
    Series tail = OccupationTest.series(1, new double[] {0, 0, 0, 0, 1});
    Series stub = OccupationTest.series(1, new double[] {0.5, 0.5});
    return List.of(OccupationTest.series(1, values), stub, tail);
  }

  private static EvenDraws draws(double part) {
    return new EvenDraws(series(), new Windows(series(), LENGTH), part, 16, 50, 7);
  }

  private static double rare(EvenDraws draws) {
    int rare = 0;
    for (long step = 0; step < 200; step++) {
      Batch batch = draws.batch(step);
      float[] values = batch.floats(Batch.INPUT);
      for (int i = 0; i < 16; i++) {
        boolean holds = false;
        for (int k = 0; k < LENGTH; k++) {
          holds |= values[i * LENGTH + k] == 1;
        }
        rare += holds ? 1 : 0;
      }
    }
    return rare / 3200.0;
  }

  @Test
  void rareStatesAreSeenAsOftenAsOthers() {
    assertThat(rare(draws(0))).isBetween(0.005, 0.03);
    assertThat(rare(draws(1))).isBetween(0.45, 0.55);
    assertThat(rare(draws(0.5))).isBetween(0.22, 0.31);
  }

  @Test
  void aBatchDependsOnItsStepAlone() {
    EvenDraws first = draws(0.7);
    float[] seventh = first.batch(7).floats(Batch.INPUT).clone();
    first.batch(2);
    assertThat(first.batch(7).floats(Batch.INPUT)).isEqualTo(seventh);
    long[] examples = draws(0.7).batch(7).examples();
    assertThat(examples).isEqualTo(first.batch(7).examples());
    assertThat(first.batchesPerEpoch()).isEqualTo(50);
  }

  @Test
  void windowsStayInsideTheirSeries() {
    EvenDraws draws = draws(1);
    long most = new Windows(series(), LENGTH).count();
    assertThat(most).isEqualTo(997 + 2);
    boolean last = false;
    for (long step = 0; step < 100; step++) {
      for (long example : draws.batch(step).examples()) {
        assertThat(example).isBetween(0L, most - 1);
        last |= example >= 997;
      }
    }
    assertThat(last).isTrue();
  }
}
