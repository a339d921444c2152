package io.ergodic.jobs.train.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OuterOptimiserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "name = mean",
        "name = slow-momentum, momentum = 0",
        "name = nesterov, learningRate = 1, momentum = 0"
      })
  void withoutMomentumAllAreTheMean(String settings) {
    OuterOptimiser outer = read(settings);
    float[] shared = {1, 2, 3};
    outer.update(shared, new float[] {0.5f, 4, 9}, new float[outer.stateCount(2)], 2);
    assertThat(shared).containsExactly(0.5f, 4, 3);
  }

  /** Two rounds of delta 1 from 0: v = 1, then 1.5; x = -1 v, and -1 v again. */
  @Test
  void slowMomentumRemembersTheWay() {
    OuterOptimiser outer = read("name = slow-momentum, learningRate = 2, momentum = 0.5");
    float[] shared = {0};
    float[] state = new float[outer.stateCount(1)];
    outer.update(shared, new float[] {-1}, state, 1);
    assertThat(shared).containsExactly(-2);
    outer.update(shared, new float[] {-3}, state, 1);
    assertThat(state).containsExactly(1.5f);
    assertThat(shared).containsExactly(-5);
  }

  /** v = 1: x = -(1 + v / 2); then v = 3 / 2: x = x - (1 + 3 / 4). */
  @Test
  void nesterovLooksAhead() {
    OuterOptimiser outer = read("name = nesterov, learningRate = 1, momentum = 0.5");
    float[] shared = {0};
    float[] state = new float[outer.stateCount(1)];
    outer.update(shared, new float[] {-1}, state, 1);
    assertThat(shared).containsExactly(-1.5f);
    outer.update(shared, new float[] {-2.5f}, state, 1);
    assertThat(shared).containsExactly(-3.25f);
  }

  @Test
  void unknownNamesAndKeysAreRefused() {
    assertThatThrownBy(() -> read("name = nesterow"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.outer.name")
        .hasMessageContaining("nesterov");
    assertThatThrownBy(() -> read("name = mean, momentum = 0.5"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.outer.momentum");
  }

  private static OuterOptimiser read(String settings) {
    return OuterOptimiser.read(Settings.parse(settings, "averaging.outer"));
  }
}
