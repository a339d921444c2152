package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.models.device.Device;
import io.ergodic.models.libtorch.block.Block;
import io.ergodic.models.libtorch.block.Pass;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross-entropy of the class of an image.
 *
 * @param network from (count, channels, height, width) to (count, classes) logits
 */
record ClassificationObjective(Block network, int channels, int height, int width, int classes)
    implements Objective {
  private static final int AT_ONCE = 256;

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    Tensor input =
        staging.floats(batch.floats(Batch.INPUT), 0, batch.count(), channels, height, width);
    Tensor labels = staging.labels(batch.ints(Batch.TARGET), batch.count());
    return torch.cross_entropy_loss(network.forward(input, pass), labels);
  }

  @Override
  public Capability trained(int threads, Device device) {
    return new Network(this, threads, new Staging(device));
  }

  private record Network(ClassificationObjective model, int threads, Staging staging)
      implements Classifier {
    @Override
    public int classes() {
      return model.classes;
    }

    @Override
    public void classify(float[] inputs, int count, float[] probabilities) {
      Threads.use(threads);
      for (int from = 0; from < count; from += AT_ONCE) {
        part(inputs, from, Math.min(AT_ONCE, count - from), probabilities);
      }
    }

    private void part(float[] inputs, int from, int count, float[] probabilities) {
      int size = model.channels * model.height * model.width;
      TorchLearner.withoutGradients(
          () -> {
            Tensor input =
                staging.floats(
                    inputs, from * size, count, model.channels, model.height, model.width);
            Tensor output =
                torch
                    .softmax(model.network.forward(input, Pass.evaluation()), 1)
                    .contiguous()
                    .cpu();
            FloatPointer memory = output.data_ptr_float();
            memory.get(probabilities, from * model.classes, count * model.classes);
            return null;
          });
    }
  }
}
