package io.ergodic.jobs.ml;

import io.ergodic.jobs.trial.StoredModel;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;

/**
 * A fitted recipe. Saved, it is a folder of metadata, as Spark has them, beside {@code
 * models/model.safetensors}, which {@code ergodic predict} and every reader of safetensors can use.
 *
 * @param <M> its own class
 */
public abstract class RecipeModel<M extends RecipeModel<M>> extends Model<M> implements MLWritable {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final FittedFile file;
  private final Param<String> predictionCol;

  RecipeModel(String uid, FittedFile file) {
    this.uid = uid;
    this.file = file;
    this.predictionCol = new Param<>(this, "predictionCol", "column the model adds");
    setDefault(predictionCol, "prediction");
  }

  @Override
  public final String uid() {
    return uid;
  }

  public final Param<String> predictionCol() {
    return predictionCol;
  }

  final FittedFile file() {
    return file;
  }

  /** A model of the same weights, without parameters. */
  abstract M same();

  /** Settings of the family in force, as JSON. */
  public final String resolvedSettings() {
    return stored().facts().settings();
  }

  final StoredModel stored() {
    return file.stored();
  }

  /** The value of a parameter. */
  final <T> T value(Param<T> param) {
    return getOrDefault(param);
  }

  @Override
  public final M copy(ParamMap extra) {
    return copyValues(same(), extra).setParent(parent());
  }

  @Override
  public final MLWriter write() {
    return new FittedWriter(this);
  }
}
