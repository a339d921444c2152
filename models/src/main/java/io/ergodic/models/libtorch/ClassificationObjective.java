package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.transform.Mixing;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Cross-entropy of the class of an example.
 *
 * @param network from (count, axes of the input) to (count, classes) logits
 * @param smoothing share of the label that is spread over all classes while training (Szegedy et
 *     al. 2016); validation is without
 */
public record ClassificationObjective(Block network, Port input, int classes, double smoothing)
    implements Objective {
  private static final int AT_ONCE = 256;

  /** A label that no example has. */
  private static final long NOTHING_LEFT_OUT = -100;

  /** Reads {@code labelSmoothing}: 0, the default, to 0.9. */
  public static double smoothing(Settings settings) {
    settings.explain("labelSmoothing", "probability spread evenly over all classes");
    return settings.number("labelSmoothing", 0, 0, 0.9);
  }

  @Override
  public Tensor loss(Batch batch, Staging staging, Pass pass) {
    Tensor values = staging.values(batch, Batch.INPUT, shape(batch.count()));
    Tensor labels = staging.labels(batch.ints(Batch.TARGET), batch.count());
    Tensor logits = network.forward(values, pass);
    if (!pass.training() || !batch.has(Mixing.OTHER)) {
      return crossEntropy(logits, labels, pass, torch.Reduction.Mean);
    }
    int count = batch.count();
    Tensor others = staging.copied(batch.ints(Mixing.OTHER), count);
    Tensor share = staging.copied(batch.floats(Mixing.SHARE), count);
    Tensor own = crossEntropy(logits, labels, pass, torch.Reduction.None);
    Tensor other = crossEntropy(logits, others, pass, torch.Reduction.None);
    return other.add(own.sub(other).mul(share)).mean();
  }

  private long[] shape(int count) {
    long[] shape = new long[input.axes().length + 1];
    shape[0] = count;
    for (int i = 1; i < shape.length; i++) {
      shape[i] = input.axis(i - 1);
    }
    return shape;
  }

  private Tensor crossEntropy(Tensor logits, Tensor labels, Pass pass, torch.Reduction reduction) {
    double spread = pass.training() ? smoothing : 0;
    try (TensorOptional none = new TensorOptional()) {
      return torch.cross_entropy_loss(
          logits, labels, none, reduction.value, NOTHING_LEFT_OUT, spread);
    }
  }

  @Override
  public Capability trained(int threads, Staging staging) {
    return new Network(this, threads, staging);
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
      int size = model.input.size();
      TorchLearner.withoutGradients(
          () -> {
            Tensor input = staging.floats(inputs, from * size, model.shape(count));
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
