package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.file.WholeFolder;
import io.ergodic.jobs.train.TrainingState;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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
  private static final String DAMAGED = "damaged-";

  private final Path folder;
  private final int keep;
  private final FileSystem fileSystem;
  private final StateFiles files;
  private final Consumer<String> told;

  /**
   * @param folder of this training
   * @param keep number of the last checkpoints to keep, beside the one of the lowest validation
   *     loss
   */
  public Checkpoints(Path folder, int keep, Configuration configuration) throws IOException {
    this(folder, keep, configuration, damage -> {});
  }

  /**
   * @param told of checkpoints that cannot be used, with their reasons
   */
  public Checkpoints(Path folder, int keep, Configuration configuration, Consumer<String> told)
      throws IOException {
    this.folder = folder;
    this.keep = keep;
    this.told = told;
    this.fileSystem = folder.getFileSystem(configuration);
    this.files = new StateFiles(fileSystem);
  }

  /**
   * Writes a checkpoint, and removes old ones.
   *
   * @param trainable number of trained parameters; the others are buffers
   * @param seconds that the training has taken so far, in all its runs
   */
  public void write(TrainingState state, int trainable, TrainingIdentity identity, double seconds)
      throws IOException {
    Path target = new Path(folder, String.format(Locale.ROOT, PREFIX + "%06d", state.round()));
    if (fileSystem.exists(target)) {
      return;
    }
    WholeFolder.writeOnce(
        fileSystem, target, hidden -> files.write(hidden, state, trainable, identity, seconds));
    prune();
  }

  /**
   * Reads the last checkpoint; empty when there is none. One that is damaged is set aside, and the
   * one before it counts.
   *
   * @throws InvalidInputException naming the differences, when it belongs to another training
   */
  public Optional<TrainingState> last(TrainingIdentity identity) throws IOException {
    List<Path> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      try {
        TrainingState state = read(all.get(i), identity);
        // What wrote it may have been killed before it removed the one before.
        prune();
        return Optional.of(state);
      } catch (DamagedFileException damaged) {
        Path aside = new Path(folder, DAMAGED + all.get(i).getName());
        fileSystem.delete(aside, true);
        fileSystem.rename(all.get(i), aside);
        told.accept(
            all.get(i)
                + ": damaged, set aside as "
                + aside.getName()
                + "; the training goes on from "
                + (i == 0 ? "its beginning: " : all.get(i - 1).getName() + ": ")
                + damaged.getMessage());
      }
    }
    return Optional.empty();
  }

  private TrainingState read(Path last, TrainingIdentity identity) throws IOException {
    JsonNode root = files.json(last);
    List<String> differences = identity.differencesFrom(files.identity(root));
    if (!differences.isEmpty()) {
      throw new InvalidInputException(
          last
              + ": a checkpoint of another training: "
              + String.join("; ", differences)
              + ". Restore the settings, or start anew: without --resume, or in another folder");
    }
    return files.read(last, root);
  }

  /** Seconds that the training took up to its last whole checkpoint; 0 when there is none. */
  public double seconds() throws IOException {
    List<Path> all = all();
    for (int i = all.size() - 1; i >= 0; i--) {
      try {
        return files.json(all.get(i)).path("seconds").asDouble();
      } catch (DamagedFileException damaged) {
        // Set aside when the state itself is read.
        continue;
      }
    }
    return 0;
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

  /** Of a damaged one nobody knows that it is the best. */
  private double validation(Path path) throws IOException {
    try {
      return StateFiles.number(files.json(path).path("validation"));
    } catch (DamagedFileException damaged) {
      return Double.POSITIVE_INFINITY;
    }
  }

  private void prune() throws IOException {
    List<Path> all = all();
    if (all.size() <= keep) {
      return;
    }
    Path best = null;
    double lowest = Double.POSITIVE_INFINITY;
    for (Path path : all) {
      double loss = validation(path);
      if (loss < lowest) {
        lowest = loss;
        best = path;
      }
    }
    for (Path path : all.subList(0, all.size() - keep)) {
      if (!path.equals(best)) {
        WriteSteps.reach("delete", path);
        fileSystem.delete(path, true);
      }
    }
  }
}
