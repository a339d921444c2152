package io.ergodic.jobs.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;

/**
 * Trains a recipe to reconstruct the dynamics behind series; its model runs freely from the end of
 * a series for {@code steps} rows.
 *
 * <pre>
 * new ErgodicDynamics().setRecipe("nvar").setValueCols("x", "y", "z").setTimeCol("t").setSteps(500)
 * </pre>
 */
public final class ErgodicDynamics extends SeriesEstimator<ErgodicDynamicsModel> {
  private static final long serialVersionUID = 1;

  private final IntParam steps = new IntParam(this, "steps", "rows of a free run");

  public ErgodicDynamics() {
    this(Identifiable$.MODULE$.randomUID("ergodicDynamics"));
  }

  public ErgodicDynamics(String uid) {
    super(uid, "nvar", 0);
    setDefault(steps, 1000);
  }

  /** Loads an estimator that was saved. */
  public static MLReader<ErgodicDynamics> read() {
    return new DefaultParamsReader<>();
  }

  public static ErgodicDynamics load(String path) {
    return read().load(path);
  }

  public IntParam steps() {
    return steps;
  }

  @Override
  int context() {
    return 0;
  }

  @Override
  int wanted() {
    return 1;
  }

  @Override
  RecipeTraining training() {
    return training("reconstruction", "");
  }

  @Override
  ErgodicDynamicsModel model(FittedFile file) {
    return new ErgodicDynamicsModel(uid(), file);
  }

  public ErgodicDynamics setRecipe(String value) {
    set(recipe(), value);
    return this;
  }

  public ErgodicDynamics setSettings(String value) {
    set(settings(), value);
    return this;
  }

  public ErgodicDynamics setSeed(long value) {
    set(seed(), value);
    return this;
  }

  public ErgodicDynamics setValidationFraction(double value) {
    set(validationFraction(), value);
    return this;
  }

  public ErgodicDynamics setPredictionCol(String value) {
    set(predictionCol(), value);
    return this;
  }

  public ErgodicDynamics setInputCol(String value) {
    set(inputCol(), value);
    return this;
  }

  public ErgodicDynamics setValueCols(String... values) {
    set(valueCols(), values);
    return this;
  }

  public ErgodicDynamics setTimeCol(String value) {
    set(timeCol(), value);
    return this;
  }

  public ErgodicDynamics setIdCol(String value) {
    set(idCol(), value);
    return this;
  }

  public ErgodicDynamics setSteps(int rows) {
    set(steps, rows);
    return this;
  }
}
