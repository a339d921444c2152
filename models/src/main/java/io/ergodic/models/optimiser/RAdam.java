package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.kernel.MomentUpdate;

/**
 * Rectified Adam (Liu et al. 2020). The adaptive step is taken once the approximated length rho of
 * the moving average exceeds 4, as in Flux and in the paper's derivation; PyTorch waits for rho >
 * 5, i.e. one step longer. Before that the update is plain bias-corrected momentum. State: step
 * count, first moments, second moments.
 */
public record RAdam(double beta1, double beta2, double epsilon, double weightDecay)
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
    double power = Math.pow(beta2, step);
    double limit = 2 / (1 - beta2) - 1;
    double length = limit - 2 * step * power / (1 - power);
    boolean adaptive = length > 4;
    double rectification =
        adaptive
            ? Math.sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
            : 1;
    return new MomentUpdate(
        (float) beta1,
        (float) beta2,
        (float) decay,
        1,
        (float) (learningRate * rectification / (1 - Math.pow(beta1, step))),
        (float) (1 / Math.sqrt(1 - power)),
        (float) epsilon,
        adaptive);
  }

  /** {@code radam}. */
  @AutoService(Optimiser.Kind.class)
  public static final class Kind implements Optimiser.Kind {
    @Override
    public String name() {
      return "radam";
    }

    @Override
    public Optimiser create(Settings settings) {
      return new RAdam(
          settings.number("beta1", 0.9, 0, 0.999999),
          settings.number("beta2", 0.999, 0.6, 0.999999),
          settings.number("epsilon", 1e-8, 0, 1),
          settings.number("weightDecay", 0, 0, 1e3));
    }
  }
}
