package io.ergodic.models.deeplearning4j;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Images (count, channels, height, width) in, one-hot classes (count, classes) out. */
record ImageExamples(int channels, int height, int width, int classes) implements Examples {
  private static final int AT_ONCE = 256;

  @Override
  public INDArray inputs(Batch batch) {
    return array(batch.floats(Batch.INPUT), 0, batch.count());
  }

  @Override
  public INDArray outputs(Batch batch) {
    int[] labels = batch.ints(Batch.TARGET);
    float[] wanted = new float[batch.count() * classes];
    for (int i = 0; i < batch.count(); i++) {
      wanted[i * classes + labels[i]] = 1;
    }
    return Nd4j.create(wanted, new long[] {batch.count(), classes}, 'c');
  }

  private INDArray array(float[] pixels, int from, int count) {
    int size = channels * height * width;
    float[] part = Arrays.copyOfRange(pixels, from * size, (from + count) * size);
    return Nd4j.create(part, new long[] {count, channels, height, width}, 'c');
  }

  @Override
  public long[] inputShape(int count) {
    return new long[] {count, channels, height, width};
  }

  @Override
  public long[] outputShape(int count) {
    return new long[] {count, classes};
  }

  @Override
  public Capability trained(FlatNetwork network, int threads) {
    return new Network(this, network, threads);
  }

  private record Network(ImageExamples shape, FlatNetwork network, int threads)
      implements Classifier {
    @Override
    public int classes() {
      return shape.classes;
    }

    @Override
    public void classify(float[] inputs, int count, float[] probabilities) {
      NetworkLearner.useThreads(threads);
      for (int from = 0; from < count; from += AT_ONCE) {
        int size = Math.min(AT_ONCE, count - from);
        try (INDArray input = shape.array(inputs, from, size);
            INDArray output = network.output(input);
            INDArray rows = output.dup('c')) {
          float[] values = rows.data().asFloat();
          System.arraycopy(values, 0, probabilities, from * shape.classes, size * shape.classes);
        }
      }
    }
  }
}
