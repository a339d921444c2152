package io.ergodic.jobs.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;

/**
 * Trains a recipe to forecast {@code horizon} rows from the {@code lookback} rows before them.
 *
 * <pre>
 * new ErgodicForecaster().setRecipe("dlinear").setInputCol("series").setLookback(48).setHorizon(12)
 *     .setSettings("epochs = 5")
 * </pre>
 *
 * The last {@code validationFraction} (0.2) of every series is held out for early stopping and
 * choices such as the penalty of ridge.
 */
public final class ErgodicForecaster extends SeriesEstimator<ErgodicForecasterModel> {
  private static final long serialVersionUID = 1;

  private final IntParam lookback = new IntParam(this, "lookback", "rows a forecast reads");
  private final IntParam horizon = new IntParam(this, "horizon", "rows it gives");

  public ErgodicForecaster() {
    this(Identifiable$.MODULE$.randomUID("ergodicForecaster"));
  }

  public ErgodicForecaster(String uid) {
    super(uid, "dlinear", 0.2);
    setDefault(lookback, 24);
    setDefault(horizon, 1);
  }

  /** Loads an estimator that was saved. */
  public static MLReader<ErgodicForecaster> read() {
    return new DefaultParamsReader<>();
  }

  public static ErgodicForecaster load(String path) {
    return read().load(path);
  }

  public IntParam lookback() {
    return lookback;
  }

  public IntParam horizon() {
    return horizon;
  }

  @Override
  int context() {
    return ((Number) getOrDefault(lookback)).intValue();
  }

  @Override
  int wanted() {
    return ((Number) getOrDefault(horizon)).intValue();
  }

  @Override
  RecipeTraining training() {
    return training("forecasting", "lookback = " + context() + ", horizon = " + wanted());
  }

  @Override
  ErgodicForecasterModel model(FittedFile file) {
    return new ErgodicForecasterModel(uid(), file);
  }

  public ErgodicForecaster setRecipe(String value) {
    set(recipe(), value);
    return this;
  }

  public ErgodicForecaster setSettings(String value) {
    set(settings(), value);
    return this;
  }

  public ErgodicForecaster setSeed(long value) {
    set(seed(), value);
    return this;
  }

  public ErgodicForecaster setValidationFraction(double value) {
    set(validationFraction(), value);
    return this;
  }

  public ErgodicForecaster setPredictionCol(String value) {
    set(predictionCol(), value);
    return this;
  }

  public ErgodicForecaster setInputCol(String value) {
    set(inputCol(), value);
    return this;
  }

  public ErgodicForecaster setValueCols(String... values) {
    set(valueCols(), values);
    return this;
  }

  public ErgodicForecaster setTimeCol(String value) {
    set(timeCol(), value);
    return this;
  }

  public ErgodicForecaster setIdCol(String value) {
    set(idCol(), value);
    return this;
  }

  public ErgodicForecaster setLookback(int rows) {
    set(lookback, rows);
    return this;
  }

  public ErgodicForecaster setHorizon(int rows) {
    set(horizon, rows);
    return this;
  }
}
