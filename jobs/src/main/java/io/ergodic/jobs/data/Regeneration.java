package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;

/** Makes datasets again from their manifests alone and compares them bit by bit. */
public final class Regeneration {
  private final JavaSparkContext spark;
  private final boolean files;

  /**
   * @param files whether manifests may name files of this machine, to be read into datasets
   */
  public Regeneration(JavaSparkContext spark, boolean files) {
    this.spark = spark;
    this.files = files;
  }

  /**
   * The manifests that a path stands for: of a manifest or a dataset folder its own, of a folder of
   * datasets those of all of them, by name of folder.
   *
   * @throws InvalidInputException when there is none
   */
  public List<Path> manifests(Path path) throws IOException {
    FileSystem fileSystem = path.getFileSystem(spark.hadoopConfiguration());
    if (!fileSystem.exists(path)) {
      throw new InvalidInputException(path + ": no such file or folder");
    }
    if (fileSystem.getFileStatus(path).isFile()) {
      return List.of(path);
    }
    Path own = new Path(path, Manifest.FILE);
    if (fileSystem.exists(own)) {
      return List.of(own);
    }
    List<Path> found = new ArrayList<>();
    for (FileStatus status : fileSystem.listStatus(path)) {
      Path inside = new Path(status.getPath(), Manifest.FILE);
      boolean visible = status.isDirectory() && !status.getPath().getName().startsWith(".");
      if (visible && fileSystem.exists(inside)) {
        found.add(inside);
      }
    }
    if (found.isEmpty()) {
      throw new InvalidInputException(path + ": no dataset here (no " + Manifest.FILE + ")");
    }
    found.sort(null);
    return found;
  }

  /**
   * Makes the dataset of a manifest in another folder.
   *
   * @return what differs from the manifest; empty when all shards have its SHA-256
   * @throws InvalidInputException when this program cannot make the same bytes
   */
  public List<String> repeat(Path file, Path root) throws IOException {
    Manifest known = new DatasetReader(spark.hadoopConfiguration()).manifest(file.getParent());
    DatasetSpec spec = DatasetSpec.of(known);
    int revision = DatasetSource.registry().get(spec.source(), spec.path()).revision();
    if (revision != known.revision()) {
      throw new InvalidInputException(
          file
              + ": made by revision "
              + known.revision()
              + " of the source "
              + known.source()
              + "; this program has revision "
              + revision
              + ", which gives other bytes");
    }
    // By its own hash: one that the manifest merely claims could be that of another dataset.
    Path folder =
        new DatasetJob(spark, root).ensure(spec, files ? spec.plan() : spec.planWithoutFiles());
    DatasetReader reader = new DatasetReader(spark.hadoopConfiguration());
    reader.verify(folder);
    return differences(known, reader.manifest(folder));
  }

  private static List<String> differences(Manifest known, Manifest made) {
    List<String> differences = new ArrayList<>();
    if (!known.hash().equals(made.hash())) {
      differences.add("hash was " + known.hash() + " and is " + made.hash());
    }
    int count = Math.max(known.shards().size(), made.shards().size());
    for (int i = 0; i < count; i++) {
      Shard left = i < known.shards().size() ? known.shards().get(i) : null;
      Shard right = i < made.shards().size() ? made.shards().get(i) : null;
      if (left == null || !left.equals(right)) {
        differences.add("shard " + i + " was " + left + " and is " + right);
      }
    }
    if (!known.splits().equals(made.splits())) {
      differences.add("splits were " + known.splits() + " and are " + made.splits());
    }
    if (!known.failures().equals(made.failures())) {
      differences.add(
          known.failures().size() + " failures are " + made.failures().size() + ", or others");
    }
    return differences;
  }
}
