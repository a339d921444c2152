package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import org.apache.spark.ml.evaluation.Evaluator;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.collection.Seq;

/**
 * Mean squared ({@code mse}) or absolute ({@code mae}) error of forecasts, over rows, steps and
 * variables, for cross-validation: {@code labelCol} holds what did follow, in the form of the
 * predictions. Rows without a prediction do not count.
 */
public final class ForecastEvaluator extends Evaluator implements MLWritable {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final Param<String> predictionCol;
  private final Param<String> labelCol;
  private final Param<String> metricName;

  public ForecastEvaluator() {
    this(Identifiable$.MODULE$.randomUID("forecastEvaluator"));
  }

  public ForecastEvaluator(String uid) {
    this.uid = uid;
    this.predictionCol = new Param<>(this, "predictionCol", "column of forecasts");
    this.labelCol = new Param<>(this, "labelCol", "column of what did follow");
    this.metricName = new Param<>(this, "metricName", "mse or mae");
    setDefault(predictionCol, "prediction");
    setDefault(labelCol, "label");
    setDefault(metricName, "mse");
  }

  public static MLReader<ForecastEvaluator> read() {
    return new DefaultParamsReader<>();
  }

  /** Loads an evaluator that was saved. */
  public static ForecastEvaluator load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> predictionCol() {
    return predictionCol;
  }

  public Param<String> labelCol() {
    return labelCol;
  }

  public Param<String> metricName() {
    return metricName;
  }

  public ForecastEvaluator setPredictionCol(String value) {
    set(predictionCol, value);
    return this;
  }

  public ForecastEvaluator setLabelCol(String value) {
    set(labelCol, value);
    return this;
  }

  public ForecastEvaluator setMetricName(String value) {
    set(metricName, value);
    return this;
  }

  @Override
  public boolean isLargerBetter() {
    return false;
  }

  /** Rows are summed in the order in which the DataFrame has them: the same bits every time. */
  @Override
  public double evaluate(Dataset<?> frame) {
    String metric = getOrDefault(metricName);
    if (!metric.equals("mse") && !metric.equals("mae")) {
      throw new InvalidInputException("metricName: has to be mse or mae, not " + metric);
    }
    Sum sum = new Sum(metric.equals("mse"));
    for (Row row :
        frame.select(getOrDefault(predictionCol), getOrDefault(labelCol)).collectAsList()) {
      if (!row.isNullAt(0)) {
        sum.add(row.get(0), row.get(1));
      }
    }
    if (sum.count == 0) {
      throw new InvalidInputException("no row has a prediction");
    }
    return sum.value / sum.count;
  }

  @Override
  public ForecastEvaluator copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public MLWriter write() {
    return new DefaultParamsWriter(this);
  }

  private static final class Sum {
    private final boolean squared;
    private double value;
    private long count;

    Sum(boolean squared) {
      this.squared = squared;
    }

    void add(Object prediction, Object truth) {
      if (prediction instanceof Seq<?> some
          && truth instanceof Seq<?> others
          && some.length() == others.length()) {
        for (int i = 0; i < some.length(); i++) {
          add(some.apply(i), others.apply(i));
        }
      } else if (prediction instanceof Number one && truth instanceof Number other) {
        double difference = one.doubleValue() - other.doubleValue();
        value += squared ? difference * difference : Math.abs(difference);
        count++;
      } else {
        throw new InvalidInputException(
            "a prediction of another form than what did follow: " + prediction + ", " + truth);
      }
    }
  }
}
