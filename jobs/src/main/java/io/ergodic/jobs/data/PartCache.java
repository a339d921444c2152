package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;

/**
 * The workers' own parts of datasets in this process. A part is decoded from Parquet once; the
 * caller keeps it in memory, and spills it to the local disk when memory is short. The spill files
 * are in Spark's local folder, which Spark deletes.
 */
public final class PartCache {
  private static final ConcurrentMap<String, Spilled> ON_DISK = new ConcurrentHashMap<>();

  private PartCache() {}

  private record Spilled(SpillFile file, Manifest manifest) {}

  /** Reads a part of a dataset, from the local disk if it was spilled. */
  public static Dataset get(String folder, int part, int parts, Configuration configuration)
      throws IOException {
    Spilled spilled = ON_DISK.get(key(folder, part, parts));
    if (spilled != null && spilled.file().exists()) {
      return spilled.file().read(spilled.manifest());
    }
    return new OwnShards(configuration).read(new org.apache.hadoop.fs.Path(folder), part, parts);
  }

  /** Writes a part to the local disk, once. */
  public static void spill(String folder, int part, int parts, Dataset dataset) throws IOException {
    String key = key(folder, part, parts);
    if (ON_DISK.containsKey(key) && ON_DISK.get(key).file().exists()) {
      return;
    }
    SpillFile file =
        new SpillFile(local().resolve("ergodic-shards").resolve(new ContentHash().add(key).hex()));
    file.write(dataset);
    ON_DISK.put(key, new Spilled(file, dataset.manifest()));
  }

  /** Number of parts on the local disk. */
  public static int spilled() {
    return ON_DISK.size();
  }

  private static Path local() {
    return SparkEnv.get().blockManager().diskBlockManager().localDirs()[0].toPath();
  }

  private static String key(String folder, int part, int parts) {
    return folder + "#" + part + "/" + parts;
  }
}
