package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.LionUpdate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Lion (Chen et al. 2023): steps of one size in the direction of the sign of an average of momentum
 * and gradient, with decoupled weight decay. State: the momentum.
 *
 * <p>Both averages are sums in double of products of two floats, which are exact: the sign is right
 * where momentum and gradient all but cancel, 0 where they do, and the same on every processor,
 * whether it fuses multiplication and addition or not.
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
      double m = state[i];
      double g = gradients[i];
      double sum = kept(beta1) * m + fresh(beta1) * g;
      float direction = sum > 0 ? 1 : sum < 0 ? -1 : 0;
      parameters[i] = parameters[i] * shrink - rate * direction;
      state[i] = (float) (kept(beta2) * m + fresh(beta2) * g);
    }
  }

  @Override
  public void update(FlatVectors vectors, double learningRate) {
    if (vectors.onProcessor()) {
      for (FlatVectors.Range range : vectors.ranges()) {
        float shrink = range.decays() ? (float) (1 - learningRate * weightDecay) : 1;
        new LionUpdate(
                kept(beta1), fresh(beta1), kept(beta2), fresh(beta2), shrink, (float) learningRate)
            .apply(range.memory(0), range.memory(1), range.memory(2), range.count());
      }
      return;
    }
    for (FlatVectors.Range piece : vectors.pieces()) {
      try (PointerScope scope = new PointerScope()) {
        update(vectors, piece, learningRate);
      }
    }
  }

  private void update(FlatVectors vectors, FlatVectors.Range range, double learningRate) {
    Tensor parameters = vectors.parameters(range);
    Tensor gradients = vectors.gradients(range).to(ScalarType.Double);
    Tensor momentum = vectors.slot(0, range);
    Tensor before = momentum.to(ScalarType.Double);
    Tensor direction =
        before
            .mul(new Scalar(kept(beta1)))
            .add_(gradients, new Scalar(fresh(beta1)))
            .sign_()
            .to(ScalarType.Float);
    if (range.decays()) {
      parameters.mul_(new Scalar(1 - learningRate * weightDecay));
    }
    parameters.add_(direction, new Scalar(-learningRate));
    momentum.copy_(before.mul_(new Scalar(kept(beta2))).add_(gradients, new Scalar(fresh(beta2))));
  }

  private static double kept(double beta) {
    return (float) beta;
  }

  private static double fresh(double beta) {
    return (float) (1 - beta);
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
