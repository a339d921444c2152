package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.train.TrainingState;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The checkpoints of one training. Each is a folder, {@code round-000042}, which is written under a
 * hidden name and then renamed, so that a visible checkpoint is complete. (Renaming is atomic on
 * HDFS and local disks, and not in object stores.)
 */
public final class Checkpoints {
  private static final String PREFIX = "round-";

  private final Path folder;
  private final int keep;
  private final FileSystem fileSystem;
  private final StateFiles files;

  /**
   * @param folder of this training
   * @param keep number of the last checkpoints to keep, beside the one of the lowest validation
   *     loss
   */
  public Checkpoints(Path folder, int keep, Configuration configuration) throws IOException {
    this.folder = folder;
    this.keep = keep;
    this.fileSystem = folder.getFileSystem(configuration);
    this.files = new StateFiles(fileSystem);
  }

  /**
   * Writes a checkpoint, and removes old ones.
   *
   * @param trainable number of trained parameters; the others are buffers
   */
  public void write(TrainingState state, int trainable, TrainingIdentity identity)
      throws IOException {
    Path target = new Path(folder, String.format(PREFIX + "%06d", state.round()));
    if (fileSystem.exists(target)) {
      return;
    }
    Path hidden = new Path(folder, "." + target.getName() + "." + UUID.randomUUID());
    try {
      files.write(hidden, state, trainable, identity);
      if (!fileSystem.rename(hidden, target)) {
        throw new IOException("cannot rename " + hidden + " to " + target);
      }
    } finally {
      fileSystem.delete(hidden, true);
    }
    prune();
  }

  /**
   * Reads the last checkpoint; empty when there is none.
   *
   * @throws InvalidInputException naming the differences, when it belongs to another training
   */
  public Optional<TrainingState> last(TrainingIdentity identity) throws IOException {
    List<Path> all = all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Path last = all.get(all.size() - 1);
    JsonNode root = files.json(last);
    List<String> differences = identity.differencesFrom(files.identity(root));
    if (!differences.isEmpty()) {
      throw new InvalidInputException(
          last
              + ": a checkpoint of another training: "
              + String.join("; ", differences)
              + ". Restore the settings, or start anew: without --resume, or in another folder");
    }
    return Optional.of(files.read(last, root));
  }

  /** All checkpoints, the latest round last. */
  List<Path> all() throws IOException {
    List<Path> found = new ArrayList<>();
    try {
      for (FileStatus status : fileSystem.listStatus(folder)) {
        if (status.getPath().getName().startsWith(PREFIX)) {
          found.add(status.getPath());
        }
      }
    } catch (FileNotFoundException none) {
      return found;
    }
    found.sort(Comparator.comparingInt(Checkpoints::round));
    return found;
  }

  private static int round(Path path) {
    return Integer.parseInt(path.getName().substring(PREFIX.length()));
  }

  private void prune() throws IOException {
    List<Path> all = all();
    if (all.size() <= keep) {
      return;
    }
    Path best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Path path : all) {
      double loss = StateFiles.number(files.json(path).path("validation"));
      if (loss < lowest) {
        lowest = loss;
        best = path;
      }
    }
    for (Path path : all.subList(0, all.size() - keep)) {
      if (!path.equals(best)) {
        fileSystem.delete(path, true);
      }
    }
  }
}
