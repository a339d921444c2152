package io.ergodic.datasets.source;

import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;

/** Takes the rows of a shard. */
@FunctionalInterface
public interface RowSink {
  void accept(Row row) throws IOException;

  /**
   * Takes note of a series that cannot be made. A sink that keeps no such notes refuses the whole
   * dataset.
   *
   * @param path of what is at fault in the configuration
   */
  default void failed(Failure failure, String path) {
    throw new InvalidInputException(path + ": " + failure.describe());
  }
}
