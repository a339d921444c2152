package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Predictions;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A score of class probabilities over all test examples. */
public record ClassificationMetric(
    String name,
    String title,
    String description,
    Direction direction,
    ToDoubleFunction<Predictions> definition)
    implements Metric {
  private static final double SMALLEST = 1e-12;
  private static final int BINS = 15;

  @Override
  public String task() {
    return "classification";
  }

  @Override
  public double value(Evidence evidence) {
    return definition.applyAsDouble(evidence.get(Predictions.class));
  }

  /** The share of examples whose most probable class is the true one, 0 to 1. */
  static double accuracy(Predictions predictions) {
    int right = 0;
    for (int i = 0; i < predictions.labels().length; i++) {
      right += predictions.predicted(i) == predictions.labels()[i] ? 1 : 0;
    }
    return right / (double) predictions.labels().length;
  }

  /** Mean of -ln p(true class), nats; probabilities below 1e-12 count as 1e-12. */
  static double negativeLogLikelihood(Predictions predictions) {
    double sum = 0;
    for (int i = 0; i < predictions.labels().length; i++) {
      double p = predictions.probability(i, predictions.labels()[i]);
      sum -= Math.log(Math.max(p, SMALLEST));
    }
    return sum / predictions.labels().length;
  }

  /**
   * Expected calibration error (Guo et al. 2017): examples are put into 15 equal bins by the
   * probability of their most probable class; the mean over examples of |accuracy - mean
   * confidence| of their bin, 0 to 1.
   */
  static double calibrationError(Predictions predictions) {
    double[] confidence = new double[BINS];
    int[] right = new int[BINS];
    for (int i = 0; i < predictions.labels().length; i++) {
      int predicted = predictions.predicted(i);
      double p = predictions.probability(i, predicted);
      // Bins are open below and closed above, (k/15, (k+1)/15].
      int bin = Math.max(0, Math.min(BINS - 1, (int) Math.ceil(p * BINS) - 1));
      confidence[bin] += p;
      right[bin] += predicted == predictions.labels()[i] ? 1 : 0;
    }
    double sum = 0;
    for (int b = 0; b < BINS; b++) {
      sum += Math.abs(right[b] - confidence[b]);
    }
    return sum / predictions.labels().length;
  }

  /** The metrics of the classification task. */
  @AutoService(MetricProvider.class)
  public static final class Provider implements MetricProvider {
    @Override
    public List<? extends Metric> metrics() {
      return List.of(
          new ClassificationMetric(
              "accuracy",
              "Accuracy",
              "share of test examples whose most probable class is the true one, 0 to 1",
              Direction.HIGHER_IS_BETTER,
              ClassificationMetric::accuracy),
          new ClassificationMetric(
              "nll",
              "NLL",
              "mean negative log-likelihood of the true class (nats)",
              Direction.LOWER_IS_BETTER,
              ClassificationMetric::negativeLogLikelihood),
          new ClassificationMetric(
              "ece",
              "ECE",
              "expected calibration error over 15 equal bins of confidence, 0 to 1 (Guo et al."
                  + " 2017)",
              Direction.LOWER_IS_BETTER,
              ClassificationMetric::calibrationError));
    }
  }
}
