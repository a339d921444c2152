package io.ergodic.jobs.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsWriter;
import org.apache.spark.ml.util.MLWriter;
import scala.Option;

/** Saves a fitted recipe. */
final class FittedWriter extends MLWriter {
  private final RecipeModel<?> model;

  FittedWriter(RecipeModel<?> model) {
    this.model = model;
  }

  @Override
  public void saveImpl(String path) {
    DefaultParamsWriter.saveMetadata(model, path, sc(), Option.empty(), Option.empty());
    try {
      model.file().write(new Path(path), sc().hadoopConfiguration());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
