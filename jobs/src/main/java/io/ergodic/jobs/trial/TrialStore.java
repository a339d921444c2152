package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.WholeFile;
import io.ergodic.jobs.spark.StorageFailure;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The finished trials of an output folder: one JSON file each, named by the trial's hash. */
public final class TrialStore {
  private static final String SUFFIX = ".json";
  private static final String OPENED = ".open";

  private final Path folder;
  private final FileSystem fileSystem;

  public TrialStore(Path output, Configuration configuration) throws IOException {
    this.folder = new Path(output, "trials");
    this.fileSystem = folder.getFileSystem(configuration);
  }

  /** Hashes of all finished trials. */
  public Set<String> finished() throws IOException {
    Set<String> hashes = new TreeSet<>();
    try {
      for (FileStatus status : fileSystem.listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.endsWith(SUFFIX) && !name.startsWith(".")) {
          hashes.add(name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    } catch (FileNotFoundException none) {
      return hashes;
    }
    return hashes;
  }

  /**
   * Writes a record under a hidden name and renames it: a reader sees all of it or nothing. When
   * two attempts of a trial finish, the first stays.
   */
  public void write(TrialRecord record) throws IOException {
    StorageFailure.located(folder.getParent(), () -> put(record));
  }

  private Path put(TrialRecord record) throws IOException {
    Path file = file(record.trial());
    byte[] text = TrialJson.toJson(record).getBytes(StandardCharsets.UTF_8);
    WholeFile.writeOnce(fileSystem, file, out -> out.write(text));
    return file;
  }

  public TrialRecord read(String hash) throws IOException {
    return read(file(hash));
  }

  private TrialRecord read(Path file) throws IOException {
    try (var stream = fileSystem.open(file)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return TrialJson.fromJson(text, file.toString());
    }
  }

  /**
   * Takes a record out for more metrics to be added: until the new one is written it counts as not
   * there, and {@link #recover} puts back what a run that was killed had taken out.
   */
  public void open(String hash) throws IOException {
    WholeFile.replace(fileSystem, file(hash), opened(hash));
  }

  /** The record that was taken out; empty when there is none. */
  public Optional<TrialRecord> opened(TrialSpec spec) throws IOException {
    Path file = opened(spec.hash());
    return fileSystem.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /** Puts back what was taken out and never replaced, and forgets what was. */
  public void recover() throws IOException {
    try {
      for (FileStatus status : fileSystem.listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.endsWith(OPENED)) {
          String hash = name.substring(0, name.length() - OPENED.length());
          if (fileSystem.exists(file(hash))) {
            fileSystem.delete(status.getPath(), false);
          } else {
            WholeFile.replace(fileSystem, status.getPath(), file(hash));
          }
        }
      }
    } catch (FileNotFoundException none) {
      return;
    }
  }

  private Path opened(String hash) {
    return new Path(folder, hash + OPENED);
  }

  /** Forgets a trial, so that it is run again. */
  public void remove(String hash) throws IOException {
    fileSystem.delete(file(hash), false);
  }

  private Path file(String hash) {
    return new Path(folder, hash + SUFFIX);
  }
}
