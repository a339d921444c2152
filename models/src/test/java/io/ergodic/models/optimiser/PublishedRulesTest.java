package io.ergodic.models.optimiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/**
 * Lion and Adadelta on f(x) = x^2 / 2 from 1, steps computed by hand from the papers' equations.
 */
class PublishedRulesTest {
  @Test
  void lionStepsByTheSign() {
    Lion lion = new Lion(0.9, 0.99, 0.1);
    float[] x = {1, -2};
    float[] state = new float[2];
    lion.update(x, x.clone(), state, 0.1);
    // x (1 - 0.1 * 0.1) - 0.1 sign(g)
    assertThat(x).containsExactly(new float[] {0.89f, -1.88f}, within(1e-6f));
    assertThat(state).containsExactly(new float[] {0.01f, -0.02f}, within(1e-7f));
    // The momentum outweighs a small gradient of the other sign: 0.9 * 0.01 - 0.1 * 0.05 > 0.
    lion.update(x, new float[] {-0.05f, 0}, state, 0.1);
    assertThat(x[0]).isCloseTo(0.89f * 0.99f - 0.1f, within(1e-6f));
  }

  @Test
  void adadeltaTakesTheRatioOfRootMeanSquares() {
    Adadelta adadelta = new Adadelta(0.9, 1e-6, 0);
    float[] x = {1};
    float[] state = new float[2];
    adadelta.update(x, new float[] {1}, state, 1);
    double first = Math.sqrt(1e-6) / Math.sqrt(0.1 + 1e-6);
    assertThat(x[0]).isCloseTo((float) (1 - first), within(1e-7f));
    adadelta.update(x, new float[] {2}, state, 1);
    double square = 0.9 * 0.1 + 0.1 * 4;
    double second = Math.sqrt(0.1 * first * first + 1e-6) / Math.sqrt(square + 1e-6) * 2;
    assertThat(x[0]).isCloseTo((float) (1 - first - second), within(1e-6f));
  }
}
