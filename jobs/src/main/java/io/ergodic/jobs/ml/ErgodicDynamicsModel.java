package io.ergodic.jobs.ml;

import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.util.MLReader;

/** Dynamics that were fitted; adds a free run from the end of a series. */
public final class ErgodicDynamicsModel extends SeriesModel<ErgodicDynamicsModel> {
  private static final long serialVersionUID = 1;

  private final IntParam steps = new IntParam(this, "steps", "rows of a free run");

  ErgodicDynamicsModel(String uid, FittedFile file) {
    super(uid, file);
    setDefault(steps, 1000);
  }

  public static MLReader<ErgodicDynamicsModel> read() {
    return new FittedReader<>(ErgodicDynamicsModel.class, ErgodicDynamicsModel::new);
  }

  /** Loads a model that was saved. */
  public static ErgodicDynamicsModel load(String path) {
    return read().load(path);
  }

  @Override
  int rows() {
    return ((Number) getOrDefault(steps)).intValue();
  }

  public IntParam steps() {
    return steps;
  }

  public ErgodicDynamicsModel setSteps(int rows) {
    set(steps, rows);
    return this;
  }

  @Override
  ErgodicDynamicsModel same() {
    return new ErgodicDynamicsModel(uid(), file());
  }
}
