package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;

/**
 * Mean error of the function that belongs to a function, over functions, points and channels.
 *
 * @param network from (count, points, channels) to (count, points, channels)
 */
public record OperatorObjective(Block network, Port input, Port output, ForecastLoss error)
    implements Objective {
  private static final int AT_ONCE = 64;

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    int count = batch.count();
    Tensor functions =
        staging.floats(batch.floats(Batch.INPUT), 0, count, input.axis(0), input.axis(1));
    Tensor truth =
        staging.targets(batch.floats(Batch.TARGET), count, output.axis(0), output.axis(1));
    return error.of(network.forward(functions, pass), truth);
  }

  @Override
  public Capability trained(int threads, Staging staging) {
    return new Network(this, threads, staging);
  }

  private record Network(OperatorObjective model, int threads, Staging staging)
      implements Operator {
    @Override
    public int inputPoints() {
      return model.input.axis(0);
    }

    @Override
    public int inputChannels() {
      return model.input.axis(1);
    }

    @Override
    public int outputPoints() {
      return model.output.axis(0);
    }

    @Override
    public int outputChannels() {
      return model.output.axis(1);
    }

    @Override
    public void apply(float[] input, int count, float[] output) {
      Threads.use(threads);
      for (int from = 0; from < count; from += AT_ONCE) {
        part(input, from, Math.min(AT_ONCE, count - from), output);
      }
    }

    private void part(float[] functions, int from, int count, float[] answers) {
      TorchLearner.withoutGradients(
          () -> {
            Tensor input =
                staging.floats(
                    functions, from * model.input.size(), count, inputPoints(), inputChannels());
            Tensor output = model.network.forward(input, Pass.evaluation()).contiguous().cpu();
            FloatPointer memory = output.data_ptr_float();
            memory.get(answers, from * model.output.size(), count * model.output.size());
            return null;
          });
    }
  }
}
