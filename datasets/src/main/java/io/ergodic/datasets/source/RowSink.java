package io.ergodic.datasets.source;

import java.io.IOException;

/** Takes the rows of a shard. */
@FunctionalInterface
public interface RowSink {
  void accept(Row row) throws IOException;
}
