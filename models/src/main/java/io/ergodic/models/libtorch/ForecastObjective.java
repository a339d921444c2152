package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean error of the rows that follow a look-back window, over windows, rows and variables.
 *
 * @param error squared, absolute or Huber's
 * @param network from (count, variables, look-back) to (count, variables, horizon)
 * @param weights of the steps of the horizon
 */
public record ForecastObjective(
    Block network,
    int lookback,
    int horizon,
    int variables,
    ForecastLoss error,
    HorizonWeights weights)
    implements Objective {
  private static final int AT_ONCE = 256;

  /** All steps of the horizon alike. */
  public ForecastObjective(
      Block network, int lookback, int horizon, int variables, ForecastLoss error) {
    this(network, lookback, horizon, variables, error, HorizonWeights.NONE);
  }

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    int count = batch.count();
    Tensor context =
        staging.floats(batch.floats(Batch.INPUT), 0, count, lookback, variables).transpose(1, 2);
    Tensor truth =
        staging.targets(batch.floats(Batch.TARGET), count, horizon, variables).transpose(1, 2);
    Tensor forecast = network.forward(context.contiguous(), pass);
    return error.of(weights.times(forecast), weights.times(truth));
  }

  @Override
  public Capability trained(int threads, Staging staging) {
    return new Network(this, threads, staging);
  }

  private record Network(ForecastObjective model, int threads, Staging staging)
      implements Forecaster {
    @Override
    public int lookback() {
      return model.lookback;
    }

    @Override
    public int horizon() {
      return model.horizon;
    }

    @Override
    public int variables() {
      return model.variables;
    }

    @Override
    public void forecast(float[] context, int count, float[] forecast) {
      Threads.use(threads);
      for (int from = 0; from < count; from += AT_ONCE) {
        part(context, from, Math.min(AT_ONCE, count - from), forecast);
      }
    }

    private void part(float[] context, int from, int count, float[] forecast) {
      int width = model.lookback * model.variables;
      int result = model.horizon * model.variables;
      TorchLearner.withoutGradients(
          () -> {
            Tensor input =
                staging.floats(context, from * width, count, model.lookback, model.variables);
            Tensor output =
                model
                    .network
                    .forward(input.transpose(1, 2).contiguous(), Pass.evaluation())
                    .transpose(1, 2)
                    .contiguous()
                    .cpu();
            FloatPointer memory = output.data_ptr_float();
            memory.get(forecast, from * result, count * result);
            return null;
          });
    }
  }
}
