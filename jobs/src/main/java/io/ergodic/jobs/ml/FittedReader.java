package io.ergodic.jobs.ml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BiFunction;
import org.apache.hadoop.fs.Path;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.MLReader;
import scala.Option;

/**
 * Loads a fitted recipe.
 *
 * @param <M> its class
 */
final class FittedReader<M extends RecipeModel<M>> extends MLReader<M> {
  private final Class<M> type;
  private final BiFunction<String, FittedFile, M> maker;

  /**
   * @param maker makes it of its uid and weights
   */
  FittedReader(Class<M> type, BiFunction<String, FittedFile, M> maker) {
    this.type = type;
    this.maker = maker;
  }

  @Override
  public M load(String path) {
    DefaultParamsReader.Metadata metadata =
        DefaultParamsReader.loadMetadata(path, sc(), type.getName());
    try {
      FittedFile file = FittedFile.read(new Path(path), sc().hadoopConfiguration());
      M model = maker.apply(metadata.uid(), file);
      metadata.getAndSetParams(model, Option.empty());
      return model;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
