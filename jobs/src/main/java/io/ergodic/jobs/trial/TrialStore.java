package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.StoredFolder;
import io.ergodic.jobs.spark.StorageFailure;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The finished trials of an output folder: one JSON file each, named by the trial's hash. */
public final class TrialStore {
  private static final String SUFFIX = ".json";
  private static final String OPENED = ".open";

  private final Path output;
  private final StoredFolder folder;

  public TrialStore(Path output, Configuration configuration) throws IOException {
    this.output = output;
    this.folder = new StoredFolder(new Path(output, "trials"), configuration);
  }

  /** Hashes of all finished trials. */
  public Set<String> finished() throws IOException {
    Set<String> hashes = new TreeSet<>();
    for (String name : folder.names()) {
      if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
        hashes.add(name.substring(0, name.length() - SUFFIX.length()));
      }
    }
    return hashes;
  }

  /** Hashes of all finished trials with the stamps of their records. */
  Map<String, StoredFolder.Stamp> stamps() throws IOException {
    Map<String, StoredFolder.Stamp> stamps = new TreeMap<>();
    folder
        .stamps()
        .forEach(
            (name, stamp) -> {
              if (name.endsWith(SUFFIX)) {
                stamps.put(name.substring(0, name.length() - SUFFIX.length()), stamp);
              }
            });
    return stamps;
  }

  /** The copies an earlier run has left. */
  RecordIndex index() throws IOException {
    return RecordIndex.read(folder);
  }

  /** Whether a trial is finished. */
  public boolean contains(String hash) throws IOException {
    return folder.contains(hash + SUFFIX);
  }

  /**
   * Writes a record under a hidden name and renames it: a reader sees all of it or nothing. When
   * two attempts of a trial finish, the first stays.
   */
  public void write(TrialRecord record) throws IOException {
    byte[] text = TrialJson.toJson(record).getBytes(StandardCharsets.UTF_8);
    StorageFailure.located(
        output,
        () -> {
          folder.writeOnce(record.trial() + SUFFIX, out -> out.write(text));
          return record;
        });
  }

  public TrialRecord read(String hash) throws IOException {
    return record(hash + SUFFIX);
  }

  /**
   * The record of a text that stands in for its file.
   *
   * @param hash of its training
   */
  TrialRecord record(String hash, byte[] text) {
    return TrialJson.fromJson(
        new String(text, StandardCharsets.UTF_8), folder.path(hash + SUFFIX).toString());
  }

  private TrialRecord record(String name) throws IOException {
    String text = new String(folder.read(name), StandardCharsets.UTF_8);
    return TrialJson.fromJson(text, folder.path(name).toString());
  }

  /**
   * Takes a record out for more metrics to be added: until the new one is written it counts as not
   * there, and {@link #recover} puts back what a run that was killed had taken out.
   */
  public void open(String hash) throws IOException {
    folder.rename(hash + SUFFIX, hash + OPENED);
  }

  /**
   * Keeps the record of a trial whose weights are there but which an error of the machine has kept
   * from being scored: like one that was taken out, it is gone on with.
   */
  public void leaveOpen(TrialRecord record) throws IOException {
    byte[] text = TrialJson.toJson(record).getBytes(StandardCharsets.UTF_8);
    folder.write(record.trial() + OPENED, out -> out.write(text));
  }

  /** The record that was taken out; empty when there is none. */
  public Optional<TrialRecord> opened(TrialSpec spec) throws IOException {
    String name = spec.hash() + OPENED;
    return folder.contains(name) ? Optional.of(record(name)) : Optional.empty();
  }

  /** Puts back what was taken out and never replaced, and forgets what was. */
  public void recover() throws IOException {
    for (String name : folder.names()) {
      if (name.endsWith(OPENED)) {
        String hash = name.substring(0, name.length() - OPENED.length());
        if (contains(hash)) {
          folder.delete(name);
        } else {
          folder.rename(name, hash + SUFFIX);
        }
      }
    }
  }

  /** Puts a record that cannot be read out of the way; what is to be said of it. */
  String setAside(String hash, String reason) throws IOException {
    return folder.setAside(hash + SUFFIX, reason);
  }

  /** Forgets a trial, so that it is run again. */
  public void remove(String hash) throws IOException {
    folder.delete(hash + SUFFIX);
  }
}
