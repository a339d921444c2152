package io.ergodic.jobs.trial;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.StoredFolder.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The records of an output folder, each read once. Where an earlier run has left an index that
 * still holds, no record's own file is opened.
 */
public final class StoredRecords {
  private final TrialStore store;
  private final RecordIndex index;
  private final Map<String, Known> known = new HashMap<>();
  private Map<String, Stamp> stamps;

  /** A record with the stamp its file had; null for one of this run, which is the file's. */
  private record Known(TrialRecord record, Stamp stamp) {}

  /** The records that are there now. */
  public StoredRecords(TrialStore store) throws IOException {
    this.store = store;
    this.index = store.index();
    this.stamps = store.stamps();
  }

  /** Hashes of the finished trials. */
  public Set<String> finished() {
    return stamps.keySet();
  }

  public boolean contains(String hash) {
    return stamps.containsKey(hash);
  }

  /** The record of a finished trial. */
  public TrialRecord get(String hash) throws IOException {
    Known before = known.get(hash);
    if (before != null) {
      return before.record();
    }
    Stamp stamp = stamps.get(hash);
    TrialRecord record = indexed(hash, stamp);
    if (record == null) {
      record = store.read(hash);
    }
    known.put(hash, new Known(record, stamp));
    return record;
  }

  /**
   * Puts the record of a finished trial out of the way that cannot be read: it counts as not there.
   *
   * @return what is to be said of it
   */
  public String setAside(String hash, DamagedFileException damaged) throws IOException {
    stamps.remove(hash);
    return store.setAside(hash, damaged.getMessage());
  }

  private TrialRecord indexed(String hash, Stamp stamp) {
    Optional<byte[]> copy = index.copy(hash, stamp);
    try {
      return copy.map(text -> store.record(hash, text)).orElse(null);
    } catch (InvalidInputException broken) {
      // The record itself has the last word.
      return null;
    }
  }

  /** Takes the records of trials that this run has written from what it is told of them. */
  public Progress gathering(Progress told) {
    return told.and(
        new Progress() {
          @Override
          public void finished(TrialRecord record) {
            known.put(record.trial(), new Known(record, null));
          }

          @Override
          public void running(int trials) {}

          @Override
          public void close() {}
        });
  }

  /** Looks again at what is there, and leaves an index of it for the next run. */
  public void settle() throws IOException {
    stamps = store.stamps();
    known.entrySet().removeIf(entry -> !holds(entry.getKey(), entry.getValue()));
    Map<String, RecordIndex.Entry> entries = new TreeMap<>();
    for (Map.Entry<String, Stamp> entry : stamps.entrySet()) {
      Optional<byte[]> copy = index.copy(entry.getKey(), entry.getValue());
      Known here = known.get(entry.getKey());
      if (copy.isEmpty() && here != null) {
        byte[] text = TrialJson.toJson(here.record()).getBytes(StandardCharsets.UTF_8);
        copy = Optional.of(text);
      }
      copy.ifPresent(
          text -> entries.put(entry.getKey(), new RecordIndex.Entry(entry.getValue(), text)));
    }
    index.replace(entries);
  }

  private boolean holds(String hash, Known record) {
    Stamp now = stamps.get(hash);
    return now != null && (record.stamp() == null || record.stamp().equals(now));
  }

  /** What tells whether any of some records has changed. */
  public String fingerprint(Iterable<String> hashes) {
    StringBuilder text = new StringBuilder();
    for (String hash : hashes) {
      text.append(hash).append(' ').append(stamps.get(hash)).append('\n');
    }
    return text.toString();
  }
}
