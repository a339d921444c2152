package io.ergodic.models.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Reference: RidgeClassifierCV of scikit-learn 1.x with the same ten penalties, on features that
 * were centred and divided by their norm, its weights taken back to the features as they are.
 */
class RidgeClassificationTest {
  private static final int EXAMPLES = 12;
  private static final int FEATURES = 20;

  private static double[] fitted(int classes) {
    float[][] features = new float[FEATURES][EXAMPLES];
    int[] labels = new int[EXAMPLES];
    for (int i = 0; i < EXAMPLES; i++) {
      labels[i] = i % classes;
      for (int f = 0; f < FEATURES; f++) {
        features[f][i] =
            (float)
                (Math.sin(1.3 * i * (f + 1))
                    + 0.3 * Math.cos(i * i + f)
                    + (i % 3 == 0 ? 0.4 * (f % 2) : 0));
      }
    }
    double[] penalties = new double[10];
    for (int i = 0; i < 10; i++) {
      penalties[i] = Math.pow(10, -3 + 6.0 * i / 9);
    }
    return new RidgeClassification(features, labels, classes).fit(penalties);
  }

  @Test
  void twoClassesHaveOneOutput() {
    double[] solution = fitted(2);
    assertThat(solution).hasSize(RidgeClassification.size(FEATURES, 2)).hasSize(FEATURES + 1);
    assertThat(solution[0]).isCloseTo(0.038601611556, within(1e-6));
    assertThat(solution[1]).isCloseTo(-0.015407729831, within(1e-6));
    assertThat(solution[2]).isCloseTo(-0.071082980144, within(1e-6));
    assertThat(solution[FEATURES]).isCloseTo(-0.191548896338, within(1e-6));
  }

  @Test
  void moreClassesHaveOneEach() {
    double[] solution = fitted(3);
    assertThat(solution).hasSize(3 * (FEATURES + 1));
    int next = FEATURES + 1;
    assertThat(solution[0]).isCloseTo(-0.080352904826, within(1e-6));
    assertThat(solution[next + 1]).isCloseTo(-0.020037355517, within(1e-6));
    assertThat(solution[2 * next + 2]).isCloseTo(0.037454200182, within(1e-6));
    assertThat(solution[FEATURES]).isCloseTo(-0.284596720295, within(1e-6));
    assertThat(solution[next + FEATURES]).isCloseTo(-0.294340287257, within(1e-6));
    assertThat(solution[2 * next + FEATURES]).isCloseTo(-0.421062992449, within(1e-6));
  }

  @Test
  void aFeatureThatIsAlwaysTheSameHasNoWeight() {
    float[][] features = {{3, 3, 3, 3}, {1, -1, 1, -1}};
    double[] solution =
        new RidgeClassification(features, new int[] {1, 0, 1, 0}, 2).fit(new double[] {1e-3});
    assertThat(solution[0]).isZero();
    assertThat(solution[1]).isCloseTo(1 / 1.001, within(1e-9));
  }
}
