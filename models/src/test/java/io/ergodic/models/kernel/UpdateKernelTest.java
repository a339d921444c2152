package io.ergodic.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The vectorised updates give the bits of their scalar twins, also past the last full vector. */
class UpdateKernelTest {
  private static final int COUNT = 103;

  @Test
  void momentUpdateEqualsItsScalarTwin() {
    for (boolean adaptive : new boolean[] {true, false}) {
      MomentUpdate update = new MomentUpdate(.9f, .999f, .01f, .999f, 1e-3f, 1.7f, 1e-8f, adaptive);
      float[] gradients = normal(1, COUNT);
      float[] vector = normal(2, COUNT);
      float[] scalar = vector.clone();
      float[] vectorMoments = squared(normal(3, 1 + 2 * COUNT));
      float[] scalarMoments = vectorMoments.clone();
      for (int k = 0; k < 5; k++) {
        update.apply(vector, gradients, vectorMoments, 1);
        update.scalar(scalar, gradients, scalarMoments, 1, 0);
      }
      assertThat(vector).isEqualTo(scalar);
      assertThat(vectorMoments).isEqualTo(scalarMoments);
    }
  }

  @Test
  void momentumUpdateEqualsItsScalarTwin() {
    for (boolean nesterov : new boolean[] {true, false}) {
      MomentumUpdate update = new MomentumUpdate(.9f, .01f, 1e-2f, nesterov);
      float[] gradients = normal(1, COUNT);
      float[] vector = normal(2, COUNT);
      float[] scalar = vector.clone();
      float[] vectorVelocity = normal(3, COUNT);
      float[] scalarVelocity = vectorVelocity.clone();
      for (int k = 0; k < 5; k++) {
        update.apply(vector, gradients, vectorVelocity);
        update.scalar(scalar, gradients, scalarVelocity, 0);
      }
      assertThat(vector).isEqualTo(scalar);
      assertThat(vectorVelocity).isEqualTo(scalarVelocity);
    }
  }

  private static float[] squared(float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= values[i];
    }
    return values;
  }

  static float[] normal(long seed, int count) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
