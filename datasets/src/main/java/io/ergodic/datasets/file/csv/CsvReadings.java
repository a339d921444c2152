package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was read last, so that a file is gone through once though a dataset is planned several
 * times: before anything is made, and again by every task that makes a shard.
 */
final class CsvReadings {
  private static final int KEPT = 16;

  /** A file changed again so soon afterwards could have kept its time. */
  private static final int SETTLED_SECONDS = 2;

  private static final Map<Key, CsvReading> LAST =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, CsvReading> eldest) {
          return size() > KEPT;
        }
      };

  private CsvReadings() {}

  /** A file as it was, and how it was to be read. */
  private record Key(InputFile file, long size, FileTime changed, String settings) {}

  static CsvReading of(Settings settings, InputFile file) throws IOException {
    FileTime changed = Files.getLastModifiedTime(file.path());
    if (changed.toInstant().isAfter(Instant.now().minusSeconds(SETTLED_SECONDS))) {
      return CsvReading.of(settings, file);
    }
    Key key = new Key(file, file.size(), changed, settings.json());
    synchronized (LAST) {
      CsvReading known = LAST.get(key);
      if (known == null) {
        known = CsvReading.of(settings, file);
        LAST.put(key, known);
      }
      return known;
    }
  }
}
