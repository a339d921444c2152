package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.MomentUpdate;

/**
 * Adam (Kingma and Ba 2015) and, with decoupled weight decay, AdamW (Loshchilov and Hutter 2019).
 * State: step count, first moments, second moments.
 *
 * @param weightDecay added to the gradient, or, when decoupled, shrinking the parameters by
 *     learningRate x weightDecay a step
 */
public record Adam(
    double beta1, double beta2, double epsilon, double weightDecay, boolean decoupled)
    implements Optimiser {
  @Override
  public int slots() {
    return 2;
  }

  @Override
  public boolean counted() {
    return true;
  }

  @Override
  public void update(float[] parameters, float[] gradients, float[] state, double learningRate) {
    double step = StepCount.next(state);
    change(step, learningRate, weightDecay).apply(parameters, gradients, state, StepCount.LENGTH);
  }

  @Override
  public void update(FlatVectors vectors, double learningRate) {
    double step = vectors.nextStep();
    for (FlatVectors.Range range : vectors.ranges()) {
      Moments.apply(change(step, learningRate, range.decays() ? weightDecay : 0), vectors, range);
    }
  }

  private MomentUpdate change(double step, double learningRate, double decay) {
    return new MomentUpdate(
        (float) beta1,
        (float) beta2,
        decoupled ? 0 : (float) decay,
        decoupled ? (float) (1 - learningRate * decay) : 1,
        (float) (learningRate / (1 - Math.pow(beta1, step))),
        (float) (1 / Math.sqrt(1 - Math.pow(beta2, step))),
        (float) epsilon,
        true);
  }

  static Adam read(Settings settings, double weightDecay, boolean decoupled) {
    return new Adam(
        settings.number("beta1", 0.9, 0, 0.999999),
        settings.number("beta2", 0.999, 0, 0.999999),
        settings.number("epsilon", 1e-8, 0, 1),
        settings.number("weightDecay", weightDecay, 0, 1e3),
        decoupled);
  }

  /** {@code adam}: weight decay 0 unless set. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "adam";
    }

    @Override
    public Optimiser create(Settings settings) {
      return read(settings, 0, false);
    }
  }

  /** {@code adamw}: weight decay 0.01 unless set. */
  @AutoService(Optimiser.Kind.class)
  public static final class DecoupledKind implements Optimiser.Kind {
    @Override
    public String name() {
      return "adamw";
    }

    @Override
    public Optimiser create(Settings settings) {
      return read(settings, 0.01, true);
    }
  }
}
