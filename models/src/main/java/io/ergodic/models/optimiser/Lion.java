package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Lion (Chen et al. 2023): steps of one size in the direction of the sign of an average of momentum
 * and gradient, with decoupled weight decay. State: the momentum.
 */
public record Lion(double beta1, double beta2, double weightDecay) implements Optimiser {
  @Override
  public int slots() {
    return 1;
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public void update(float[] parameters, float[] gradients, float[] state, double learningRate) {
    float shrink = (float) (1 - learningRate * weightDecay);
    float rate = (float) learningRate;
    for (int i = 0; i < parameters.length; i++) {
      float m = state[i];
      float g = gradients[i];
      float direction = Math.signum((float) beta1 * m + (float) (1 - beta1) * g);
      parameters[i] = parameters[i] * shrink - rate * direction;
      state[i] = (float) beta2 * m + (float) (1 - beta2) * g;
    }
  }

  @Override
  public void update(FlatVectors vectors, double learningRate) {
    for (FlatVectors.Range range : vectors.ranges()) {
      Tensor parameters = vectors.parameters(range);
      Tensor gradients = vectors.gradients(range);
      Tensor momentum = vectors.slot(0, range);
      Tensor direction =
          momentum.mul(new Scalar(beta1)).add_(gradients, new Scalar(1 - beta1)).sign_();
      if (range.decays()) {
        parameters.mul_(new Scalar(1 - learningRate * weightDecay));
      }
      parameters.add_(direction, new Scalar(-learningRate));
      momentum.mul_(new Scalar(beta2)).add_(gradients, new Scalar(1 - beta2));
    }
  }

  /** {@code lion}: weight decay 0.01 unless set. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "lion";
    }

    @Override
    public Optimiser create(Settings settings) {
      return new Lion(
          settings.number("beta1", 0.9, 0, 0.999999),
          settings.number("beta2", 0.99, 0, 0.999999),
          settings.number("weightDecay", 0.01, 0, 1e3));
    }
  }
}
