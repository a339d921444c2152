package io.ergodic.models.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.learner.StepContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimiserTest {
  private static final String DEFAULTS =
      "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-6 }";

  @Test
  void firstAdamStepIsTheLearningRateAgainstTheSignOfTheGradient() {
    float[] p = {1, 1};
    new Adam(.9, .999, 0, 0, false).update(p, new float[] {3, -0.01f}, new float[6], 0.125);
    assertThat(p[0]).isCloseTo(0.875f, within(1e-6f));
    assertThat(p[1]).isCloseTo(1.125f, within(1e-6f));
  }

  @Test
  void decoupledDecayShrinksWithoutAnyGradient() {
    float[] p = {2};
    new Adam(.9, .999, 1e-8, 0.1, true).update(p, new float[1], new float[4], 0.5);
    assertThat(p[0]).isCloseTo(1.9f, within(1e-6f));
  }

  @Test
  void rectificationBeginsWhenTheAverageIsLongerThanFour() {
    // rho = 1999 - 2 t b^t / (1 - b^t) with b = .999: 1, 1.9995, 2.999, 3.998, 4.997
    RAdam radam = new RAdam(.9, .999, 0, 0);
    float[] p = {0};
    float[] state = new float[4];
    for (int t = 1; t <= 4; t++) {
      float before = p[0];
      radam.update(p, new float[] {2}, state, 0.5);
      assertThat(p[0] - before).isCloseTo(-1f, within(1e-5f));
    }
    float before = p[0];
    radam.update(p, new float[] {2}, state, 0.5);
    double limit = 1999;
    double power = Math.pow(.999, 5);
    double rho = limit - 10 * power / (1 - power);
    double r = Math.sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
    assertThat(p[0] - before).isCloseTo((float) (-0.5 * r), within(1e-5f));
    assertThat(state[0]).isEqualTo(5f);
  }

  @Test
  void momentumSumsAGeometricSeries() {
    float[] p = {0};
    float[] state = new float[1];
    Momentum heavyBall = new Momentum(0.5, false, 0);
    heavyBall.update(p, new float[] {1}, state, 1);
    heavyBall.update(p, new float[] {1}, state, 1);
    assertThat(p[0]).isEqualTo(-2.5f);
    float[] q = {0};
    new Momentum(0.5, true, 0).update(q, new float[] {1}, new float[1], 1);
    assertThat(q[0]).isEqualTo(-1.5f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"adam", "adamw", "radam", "sgd"})
  void everyOptimiserFindsTheMinimumOfAParabolaAndResumesExactly(String name) {
    OptimiserSettings settings = read("name = " + name + ", learningRate = 0.02");
    float[] p = {3, -2};
    float[] state = new float[settings.stateCount(2)];
    float[] resumed = null;
    float[] resumedState = null;
    for (int k = 0; k < 3000; k++) {
      if (k == 1500) {
        resumed = p.clone();
        resumedState = state.clone();
      }
      descend(settings, p, state, k);
    }
    for (int k = 1500; k < 3000; k++) {
      descend(settings, resumed, resumedState, k);
    }
    assertThat(resumed).isEqualTo(p);
    assertThat(p[0]).isCloseTo(1f, within(0.02f));
    assertThat(p[1]).isCloseTo(2f, within(0.02f));
  }

  @Test
  void clippingShortensLongGradientsOnly() {
    OptimiserSettings settings =
        read("name = sgd, momentum = 0, learningRate = 1, clipNorm = 1, schedule.name = constant");
    float[] p = new float[2];
    settings.update(p, new float[] {3, 4}, new float[2], new StepContext(0, 0, 0));
    assertThat(p).containsExactly(-0.6f, -0.8f);
    settings.update(p, new float[] {0.6f, 0}, new float[2], new StepContext(0, 0, 0));
    assertThat(p[0]).isEqualTo(-1.2f);
  }

  @Test
  void schedules() {
    Schedule type1 = read("schedule.name = type1, learningRate = 1").schedule();
    assertThat(new double[] {type1.rate(0, 0), type1.rate(0, 1), type1.rate(0, 2)})
        .containsExactly(1, 1, 0.5);
    Schedule type3 = read("schedule.name = type3, learningRate = 2").schedule();
    assertThat(type3.rate(39, 3)).isEqualTo(2);
    assertThat(type3.rate(40, 4)).isCloseTo(1.8, within(1e-12));
    assertThat(type3.rate(60, 6)).isCloseTo(2 * 0.9 * 0.9 * 0.9, within(1e-12));
    Schedule exponential = read("").schedule();
    assertThat(exponential.rate(0, 0)).isEqualTo(1e-3);
    assertThat(exponential.rate(0, 5)).isCloseTo(Math.sqrt(1e-9), within(1e-12));
    Schedule cosine =
        read("schedule { name = cosine, warmupEpochs = 1, end = 0.5 }, learningRate = 1")
            .schedule();
    assertThat(cosine.rate(0, 0)).isEqualTo(0.25);
    assertThat(cosine.rate(4, 1)).isEqualTo(1);
    assertThat(cosine.rate(39, 9)).isCloseTo(0.5, within(1e-12));
    Schedule oneCycle =
        read("schedule { name = one-cycle, warmup = 0.25 }, learningRate = 1").schedule();
    assertThat(oneCycle.rate(0, 0)).isCloseTo(0.04, within(1e-12));
    assertThat(oneCycle.rate(9, 2)).isCloseTo(1, within(1e-12));
    assertThat(oneCycle.rate(39, 9)).isCloseTo(4e-6, within(1e-12));
    Schedule step = read("schedule { name = step, every = 2, factor = 0.1 }").schedule();
    assertThat(step.rate(0, 3)).isCloseTo(1e-4, within(1e-12));
  }

  @Test
  void aStateThatIsTooLongForAVectorIsRefusedNamingTheOptimiser() {
    Optimiser adam = read("name = adam").optimiser();
    assertThat(adam.stateCount(1 << 30 >> 1)).isEqualTo((1 << 30) + 2);
    assertThatThrownBy(() -> adam.stateCount((1 << 30) + 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("optimiser.name")
        .hasMessageContaining("2147483652 values for 1073741825 parameters");
  }

  @Test
  void unknownNamesAndKeysAreRefusedWithTheirPath() {
    assertThatThrownBy(() -> read("name = radom"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("optimiser.name")
        .hasMessageContaining("radam");
    assertThatThrownBy(() -> read("schedule.name = cosyne"))
        .hasMessageContaining("optimiser.schedule.name");
    assertThatThrownBy(() -> read("learninRate = 1")).hasMessageContaining("learningRate");
    assertThatThrownBy(() -> read("schedule { name = constant, end = 1 }"))
        .hasMessageContaining("optimiser.schedule.end");
  }

  private static void descend(OptimiserSettings settings, float[] p, float[] state, int k) {
    float[] gradient = {2 * (p[0] - 1), 2 * (p[1] - 2)};
    settings.optimiser().update(p, gradient, state, 0.02 * Math.pow(0.999, k));
  }

  private static OptimiserSettings read(String text) {
    return OptimiserSettings.read(Settings.parse(text, "optimiser"), DEFAULTS, 10, 4);
  }
}
