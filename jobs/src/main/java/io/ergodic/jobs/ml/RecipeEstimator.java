package io.ergodic.jobs.ml;

import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;

/**
 * What the estimators of all tasks have in common. The driver collects the DataFrame, so that it
 * has to fit there, and trains; with {@code averaging { workers = 4 }} among the settings the
 * executors train together. The same rows, however they are partitioned, with the same parameters
 * give the same bits.
 *
 * @param <M> the model it fits
 */
public abstract class RecipeEstimator<M extends RecipeModel<M>> extends Estimator<M>
    implements MLWritable {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final Param<String> recipe;
  private final Param<String> settings;
  private final LongParam seed;
  private final DoubleParam validationFraction;
  private final Param<String> predictionCol;

  RecipeEstimator(String uid, String fallback, double held) {
    this.uid = uid;
    this.recipe = new Param<>(this, "recipe", "recipe of conf/systems, or family of models");
    this.settings = new Param<>(this, "settings", "laid over those of the recipe, as HOCON text");
    this.seed = new LongParam(this, "seed", "of all random draws");
    this.validationFraction =
        new DoubleParam(this, "validationFraction", "of the data, held out for early stopping");
    this.predictionCol = new Param<>(this, "predictionCol", "column the model adds");
    setDefault(recipe, fallback);
    setDefault(settings, "");
    setDefault(seed, 1L);
    setDefault(validationFraction, held);
    setDefault(predictionCol, "prediction");
  }

  @Override
  public final String uid() {
    return uid;
  }

  public final Param<String> recipe() {
    return recipe;
  }

  public final Param<String> settings() {
    return settings;
  }

  public final LongParam seed() {
    return seed;
  }

  public final DoubleParam validationFraction() {
    return validationFraction;
  }

  public final Param<String> predictionCol() {
    return predictionCol;
  }

  /** The task, for a training with the present parameters. */
  abstract RecipeTraining training();

  /** What is trained on. */
  abstract FrameData collect(Dataset<?> frame);

  /** The fitted model, without parameters. */
  abstract M model(FittedFile file);

  /**
   * Trains the recipe.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for rows or settings it cannot use
   */
  @Override
  public final M fit(Dataset<?> frame) {
    transformSchema(frame.schema());
    FittedFile file = training().fit(frame.sparkSession(), collect(frame));
    return copyValues(model(file).setParent(this), ParamMap.empty());
  }

  @Override
  public final Estimator<M> copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  @Override
  public final MLWriter write() {
    return new DefaultParamsWriter(this);
  }

  /** The value of a parameter. */
  final <T> T value(Param<T> param) {
    return getOrDefault(param);
  }

  final double held() {
    return ((Number) getOrDefault(validationFraction)).doubleValue();
  }

  final RecipeTraining training(String task, String taskSettings) {
    long draws = ((Number) getOrDefault(seed)).longValue();
    return new RecipeTraining(value(recipe), value(settings), task, taskSettings, draws);
  }
}
