package io.ergodic.datasets.source;

import io.ergodic.datasets.manifest.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A checked description of a dataset that can produce each of its shards alone. */
public interface DatasetPlan {
  Schema schema();

  /** Fixed by the settings, never by the cluster. */
  int shardCount();

  /** Produces the rows of one shard, in order. The same shard always gives the same rows. */
  void produce(int shard, RowSink sink) throws IOException;

  /**
   * What reading decided that nobody wrote down: what is left out, detected, put in order or
   * filled. One sentence each, for console, manifest and report; nothing for data as it is.
   */
  default List<String> notes() {
    return List.of();
  }

  /**
   * The error that values are made with: a variable that varies no more than this does not vary. 0
   * for values as they are.
   */
  default double resolution() {
    return 0;
  }

  /**
   * Settings that go into the dataset's hash by what they come to and not as they are written, or
   * left to their default; an empty text for one that changes nothing of this dataset, so that its
   * hash is that of the dataset without it.
   */
  default Map<String, String> effective() {
    return Map.of();
  }

  /** Input files whose content belongs into the dataset's hash. */
  default List<Path> inputs() {
    return List.of();
  }

  /**
   * What of this machine decides the content beside settings and files: a decoder that may round
   * otherwise elsewhere. Belongs into the dataset's hash; empty where nothing does.
   */
  default String decoder() {
    return "";
  }
}
