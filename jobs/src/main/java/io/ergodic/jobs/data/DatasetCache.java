package io.ergodic.jobs.data;

import io.ergodic.datasets.data.Dataset;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Datasets decoded in this process, shared by the trials that run in it one after another or side
 * by side. Datasets are immutable and named by their hash, so an entry is never stale; soft
 * references give the memory back when it is needed.
 */
public final class DatasetCache {
  private static final ConcurrentMap<String, SoftReference<Dataset>> DECODED =
      new ConcurrentHashMap<>();
  private static final ConcurrentMap<String, Object> READING = new ConcurrentHashMap<>();

  private DatasetCache() {}

  public static Dataset get(String folder, Configuration configuration) throws IOException {
    SoftReference<Dataset> reference = DECODED.get(folder);
    Dataset known = reference == null ? null : reference.get();
    if (known != null) {
      return known;
    }
    // One reads while others wait for it; other datasets are read meanwhile.
    synchronized (READING.computeIfAbsent(folder, one -> new Object())) {
      reference = DECODED.get(folder);
      known = reference == null ? null : reference.get();
      if (known == null) {
        known = new DatasetReader(configuration).read(new Path(folder));
        DECODED.put(folder, new SoftReference<>(known));
      }
      return known;
    }
  }
}
