package io.ergodic.datasets.file.series;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Series from NumPy arrays. A file is read once a part, so that every shard stands alone.
 *
 * @param settings for messages
 * @param variables indices of the columns kept
 * @param stride every n-th row is kept
 * @param parts one a shard; their rows are counted after thinning out by the stride
 */
record NpyPlan(
    Settings settings,
    Schema schema,
    int[] variables,
    int stride,
    List<SeriesPart> parts,
    List<Path> inputs)
    implements DatasetPlan {

  /** Columns of an array of one or two axes. */
  static int columns(Settings settings, String key, Path file, int[] shape) {
    boolean empty = Arrays.stream(shape).anyMatch(length -> length == 0);
    if (shape.length < 1 || shape.length > 2 || empty) {
      throw settings.error(
          key,
          file
              + ": shape "
              + Arrays.toString(shape)
              + " is no series; rows, or rows x variables, are expected");
    }
    return shape.length == 1 ? 1 : shape[1];
  }

  @Override
  public int shardCount() {
    return parts.size();
  }

  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    SeriesPart part = parts.get(shard);
    double[] values = InputFile.read(settings, part.key(), part.file(), f -> values(f, part));
    part.emit(values, variables.length, schema.step(), sink);
  }

  /** Kept rows and columns of a file, those of the part checked to be finite. */
  private double[] values(Path file, SeriesPart part) throws IOException {
    NpyFile array = NpyFile.open(file);
    int width = columns(settings, part.key(), file, array.shape());
    double[] all = array.values();
    int n = variables.length;
    double[] kept = new double[part.to() * n];
    for (int row = part.from(); row < part.to(); row++) {
      for (int i = 0; i < n; i++) {
        double value = all[row * stride * width + variables[i]];
        if (!Double.isFinite(value)) {
          throw new InvalidInputException(
              file
                  + ": "
                  + value
                  + " at row "
                  + (long) row * stride
                  + ", column "
                  + variables[i]
                  + " (both from 0); every value must be finite");
        }
        kept[row * n + i] = value;
      }
    }
    return kept;
  }
}
