package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.figure.Figure;
import io.ergodic.evaluation.result.Artefact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The first test function, that of the median and that of the largest relative L2 error. */
@AutoService(Figure.class)
public final class FunctionFigure implements Figure {
  private static final int POINTS = 1000;

  @Override
  public String name() {
    return "function";
  }

  @Override
  public String task() {
    return OperatorProtocol.NAME;
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    FunctionPairs pairs = evidence.get(FunctionPairs.class);
    List<Integer> order =
        IntStream.range(0, pairs.count())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> RelativeError.of(pairs, i, false)))
            .toList();
    List<Artefact> samples = new ArrayList<>();
    samples.add(sample(pairs, 0, "first"));
    samples.add(sample(pairs, order.get(pairs.count() / 2), "median error"));
    samples.add(sample(pairs, order.get(pairs.count() - 1), "largest error"));
    return samples;
  }

  private static Artefact sample(FunctionPairs pairs, int function, String label) {
    int points = pairs.grid().length;
    int offset = function * pairs.size();
    int inputs = pairs.inputSize();
    return new FunctionSample(
        label,
        every(pairs.grid(), 0, points, 1),
        every(pairs.inputs(), function * inputs, inputs, 1),
        every(pairs.truth(), offset, points, pairs.channels()),
        every(pairs.predicted(), offset, points, pairs.channels()));
  }

  /** Of {@code count} values that stand {@code step} apart, at most 1000 equally spaced ones. */
  private static float[] every(float[] values, int offset, int count, int step) {
    int stride = (count + POINTS - 1) / POINTS;
    float[] shown = new float[(count + stride - 1) / stride];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = values[offset + i * stride * step];
    }
    return shown;
  }
}
