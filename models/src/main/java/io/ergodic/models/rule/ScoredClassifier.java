package io.ergodic.models.rule;

import io.ergodic.datasets.capability.Classifier;
import io.ergodic.models.libtorch.Staging;
import io.ergodic.models.libtorch.Threads;
import io.ergodic.models.libtorch.TorchLearner;
import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A classifier by scores, whose probabilities are their softmax.
 *
 * @param size values of an example
 * @param scores from (count, size) to (count, classes)
 */
record ScoredClassifier(
    int size, int classes, UnaryOperator<Tensor> scores, int threads, Staging staging)
    implements Classifier {
  private static final int AT_ONCE = 256;

  @Override
  public void classify(float[] inputs, int count, float[] probabilities) {
    Threads.use(threads);
    for (int from = 0; from < count; from += AT_ONCE) {
      part(inputs, from, Math.min(AT_ONCE, count - from), probabilities);
    }
  }

  private void part(float[] inputs, int from, int count, float[] probabilities) {
    TorchLearner.withoutGradients(
        () -> {
          Tensor values = staging.floats(inputs, from * size, count, size);
          Tensor output = torch.softmax(scores.apply(values), 1).contiguous().cpu();
          FloatPointer memory = output.data_ptr_float();
          memory.get(probabilities, from * classes, count * classes);
          return null;
        });
  }
}
