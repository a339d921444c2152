package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.AdadeltaUpdate;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Adadelta (Zeiler 2012): steps in the ratio of the root mean squares of past changes and past
 * gradients. State: mean squares of the gradients, mean squares of the changes.
 */
public record Adadelta(double rho, double epsilon, double weightDecay) implements Optimiser {
  @Override
  public int slots() {
    return 2;
  }

  @Override
  public boolean counted() {
    return false;
  }

  @Override
  public void update(float[] parameters, float[] gradients, float[] state, double learningRate) {
    int count = parameters.length;
    float kept = (float) rho;
    float fresh = (float) (1 - rho);
    float small = (float) epsilon;
    for (int i = 0; i < count; i++) {
      float g = gradients[i] + (float) weightDecay * parameters[i];
      float square = kept * state[i] + fresh * g * g;
      float change = (float) (Math.sqrt(state[count + i] + small) / Math.sqrt(square + small)) * g;
      state[i] = square;
      state[count + i] = kept * state[count + i] + fresh * change * change;
      parameters[i] -= (float) learningRate * change;
    }
  }

  @Override
  public void update(FlatVectors vectors, double learningRate) {
    if (vectors.onProcessor()) {
      for (FlatVectors.Range range : vectors.ranges()) {
        float decay = range.decays() ? (float) weightDecay : 0;
        new AdadeltaUpdate(
                (float) rho, (float) (1 - rho), (float) epsilon, decay, (float) learningRate)
            .apply(
                range.memory(0), range.memory(1), range.memory(2), range.memory(3), range.count());
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
    Tensor gradients = vectors.gradients(range);
    if (range.decays() && weightDecay > 0) {
      gradients = gradients.add(parameters, new Scalar(weightDecay));
    }
    Tensor squares =
        vectors
            .slot(0, range)
            .mul_(new Scalar(rho))
            .addcmul_(gradients, gradients, new Scalar(1 - rho));
    Tensor changes = vectors.slot(1, range);
    Tensor change =
        changes
            .add(new Scalar(epsilon))
            .sqrt_()
            .div_(squares.add(new Scalar(epsilon)).sqrt_())
            .mul_(gradients);
    changes.mul_(new Scalar(rho)).addcmul_(change, change, new Scalar(1 - rho));
    parameters.add_(change, new Scalar(-learningRate));
  }

  /** {@code adadelta}: rho 0.9, epsilon 1e-6; its learning rate is usually 1. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "adadelta";
    }

    @Override
    public Optimiser create(Settings settings) {
      return new Adadelta(
          settings.number("rho", 0.9, 0, 0.999999),
          settings.number("epsilon", 1e-6, 1e-30, 1),
          settings.number("weightDecay", 0, 0, 1e3));
    }
  }
}
