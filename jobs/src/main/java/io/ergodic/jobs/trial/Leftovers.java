package io.ergodic.jobs.trial;

import io.ergodic.jobs.file.ContentFolder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** What lies in an output folder of trainings that nobody asks for any more. */
public final class Leftovers {
  /** Folders whose entries are named by the hash of a training. */
  private static final List<String> FOLDERS = List.of("trials", "models", "figures", "averaging");

  private final Path output;
  private final FileSystem fileSystem;
  private final ModelStore models;

  public Leftovers(Path output, Configuration configuration) throws IOException {
    this.output = output;
    this.models = new ModelStore(output, configuration);
    this.fileSystem = output.getFileSystem(configuration);
  }

  /** A file, or a folder of checkpoints. */
  public record Leftover(Path path, long bytes) {}

  /**
   * Everything of other trainings than these, by path.
   *
   * @param reached hashes
   */
  public List<Leftover> find(Set<String> reached) throws IOException {
    List<Leftover> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      for (FileStatus entry : entries(folder)) {
        String name = entry.getPath().getName();
        int dot = name.indexOf('.');
        String hash = dot < 0 ? name : name.substring(0, dot);
        // Hidden files are being written, or checksums that go with their file.
        if (!hash.isEmpty() && !reached.contains(hash)) {
          long bytes = fileSystem.getContentSummary(entry.getPath()).getLength();
          found.add(new Leftover(entry.getPath(), bytes));
        }
      }
    }
    FileStatus[] files = entries(ContentFolder.FOLDER);
    Set<String> needed = files.length == 0 ? Set.of() : needed(reached);
    for (FileStatus file : files) {
      String name = file.getPath().getName();
      if (!name.startsWith(".") && !needed.contains(name)) {
        found.add(new Leftover(file.getPath(), file.getLen()));
      }
    }
    found.sort(Comparator.comparing(Leftover::path));
    return found;
  }

  private FileStatus[] entries(String folder) throws IOException {
    try {
      return fileSystem.listStatus(new Path(output, folder));
    } catch (FileNotFoundException none) {
      return new FileStatus[0];
    }
  }

  /** Files that models of these trainings are made of. */
  private Set<String> needed(Set<String> reached) throws IOException {
    Set<String> needed = new HashSet<>();
    for (String hash : reached) {
      if (models.contains(hash)) {
        String settings =
            ModelStore.content(models.file(hash), fileSystem).metadata().get("settings");
        needed.addAll(ContentFolder.names(settings));
      }
    }
    return needed;
  }

  /** Deletes what was found. */
  public void drop(Leftover leftover) throws IOException {
    fileSystem.delete(leftover.path(), true);
  }
}
