package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.MomentumUpdate;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Stochastic gradient descent with heavy-ball or Nesterov momentum (Sutskever et al. 2013); plain
 * descent when {@code momentum} is 0. State: the velocity.
 */
public record Momentum(double momentum, boolean nesterov, double weightDecay) implements Optimiser {
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
    new MomentumUpdate((float) momentum, (float) weightDecay, (float) learningRate, nesterov)
        .apply(parameters, gradients, state);
  }

  @Override
  public void update(FlatVectors vectors, double learningRate) {
    for (FlatVectors.Range range : vectors.ranges()) {
      double decay = range.decays() ? weightDecay : 0;
      if (vectors.onProcessor()) {
        new MomentumUpdate((float) momentum, (float) decay, (float) learningRate, nesterov)
            .apply(range.memory(0), range.memory(1), range.memory(2), range.count());
      } else {
        update(vectors, range, decay, learningRate);
      }
    }
  }

  private void update(
      FlatVectors vectors, FlatVectors.Range range, double decay, double learningRate) {
    Tensor parameters = vectors.parameters(range);
    Tensor gradients = vectors.gradients(range).add(parameters, new Scalar(decay));
    Tensor velocity = vectors.slot(0, range).mul_(new Scalar(momentum)).add_(gradients);
    Tensor direction = nesterov ? gradients.add(velocity, new Scalar(momentum)) : velocity;
    parameters.add_(direction, new Scalar(-learningRate));
  }

  /** {@code sgd}: momentum 0.9 unless set. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "sgd";
    }

    @Override
    public Optimiser create(Settings settings) {
      return new Momentum(
          settings.number("momentum", 0.9, 0, 0.999999),
          settings.flag("nesterov", false),
          settings.number("weightDecay", 0, 0, 1e3));
    }
  }
}
