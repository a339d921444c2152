package io.ergodic.jobs.ml;

import org.apache.spark.ml.util.MLReader;

/** A forecaster that was fitted; adds the rows that follow a series. */
public final class ErgodicForecasterModel extends SeriesModel<ErgodicForecasterModel> {
  private static final long serialVersionUID = 1;

  ErgodicForecasterModel(String uid, FittedFile file) {
    super(uid, file);
  }

  public static MLReader<ErgodicForecasterModel> read() {
    return new FittedReader<>(ErgodicForecasterModel.class, ErgodicForecasterModel::new);
  }

  /** Loads a model that was saved. */
  public static ErgodicForecasterModel load(String path) {
    return read().load(path);
  }

  @Override
  int rows() {
    return stored().facts().output().axis(0);
  }

  @Override
  ErgodicForecasterModel same() {
    return new ErgodicForecasterModel(uid(), file());
  }
}
