package io.ergodic.evaluation.evidence;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.settings.InvalidInputException;

/** A dynamical system as a forecaster: its state from the context, then free steps. */
public final class FreeRunForecaster implements Forecaster {
  private final Dynamics model;
  private final int lookback;
  private final int horizon;
  private final double[] context;
  private final double[] state;
  private final double[] observation;

  /**
   * @param lookback rows of context it is given
   * @param horizon rows it runs freely
   * @throws InvalidInputException when the system needs more context
   */
  public FreeRunForecaster(Dynamics model, int lookback, int horizon) {
    if (model.contextRows() > lookback) {
      throw new InvalidInputException(
          "task.lookback: "
              + lookback
              + " rows are fewer than the "
              + model.contextRows()
              + " the system needs to find its state");
    }
    this.model = model;
    this.lookback = lookback;
    this.horizon = horizon;
    this.context = new double[lookback * model.observedDimension()];
    this.state = new double[model.stateDimension()];
    this.observation = new double[model.observedDimension()];
  }

  @Override
  public int lookback() {
    return lookback;
  }

  @Override
  public int horizon() {
    return horizon;
  }

  @Override
  public int variables() {
    return observation.length;
  }

  @Override
  public void forecast(float[] contexts, int count, float[] forecast) {
    for (int w = 0; w < count; w++) {
      for (int i = 0; i < context.length; i++) {
        context[i] = contexts[w * context.length + i];
      }
      model.initialise(context, lookback, state);
      int offset = w * horizon * observation.length;
      for (int k = 0; k < horizon; k++) {
        model.step(state, state);
        model.observe(state, observation);
        for (int d = 0; d < observation.length; d++) {
          forecast[offset++] = (float) observation[d];
        }
      }
    }
  }
}
