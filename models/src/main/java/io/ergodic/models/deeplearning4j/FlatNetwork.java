package io.ergodic.models.deeplearning4j;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What a network of either kind of Deeplearning4j is asked for while it is trained and used. */
interface FlatNetwork extends AutoCloseable {
  /** All parameters, in one array. */
  INDArray parameters();

  /** Their gradients, in the same order. */
  INDArray gradients();

  /** Fills the gradients, summed over the examples, and returns the mean loss. */
  double gradient(INDArray inputs, INDArray outputs);

  /** The mean loss in evaluation mode. */
  double loss(INDArray inputs, INDArray outputs);

  /** The answers in evaluation mode; closed by the caller. */
  INDArray output(INDArray inputs);

  /** Its layers. */
  Layer[] layers();

  @Override
  void close();

  /** Some values of the flat vector. */
  record Span(int from, int length) {}

  /**
   * The parameters that are no parameters: running statistics, whose gradient is what is to be
   * taken off them as it is.
   */
  default List<Span> statistics() {
    List<Span> spans = new ArrayList<>();
    long start = parameters().data().addressPointer().address();
    for (Layer layer : layers()) {
      layer
          .paramTable(false)
          .forEach(
              (name, values) -> {
                if (!layer.updaterDivideByMinibatch(name)) {
                  long at = values.data().addressPointer().address() - start;
                  spans.add(new Span((int) (at / Float.BYTES), Math.toIntExact(values.length())));
                }
              });
    }
    return spans;
  }
}
