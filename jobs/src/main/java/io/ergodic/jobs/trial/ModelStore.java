package io.ergodic.jobs.trial;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.jobs.file.NamedArray;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.jobs.file.StoredFolder;
import io.ergodic.models.learner.Merge;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.Weights;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The weights of an output folder's trainings: {@code models/HASH.safetensors}, an array for each
 * named part, single precision for learners, double for solvers, with all facts that are needed to
 * use them.
 */
public final class ModelStore {
  private static final String SUFFIX = ".safetensors";

  /** The key of the checksum among the facts; files of earlier builds have none. */
  private static final String SUM = "checksum";

  private final StoredFolder folder;
  private final FileSystem fileSystem;

  public ModelStore(Path output, Configuration configuration) throws IOException {
    this.folder = new StoredFolder(new Path(output, "models"), configuration);
    this.fileSystem = output.getFileSystem(configuration);
  }

  /** Where the weights of a training lie. */
  public Path file(String hash) {
    return folder.path(hash + SUFFIX);
  }

  /** Whether there are weights of a training. */
  public boolean contains(String hash) throws IOException {
    return folder.contains(hash + SUFFIX);
  }

  /** Writes weights, whole or not at all; a model that has none leaves its facts. */
  public void write(String hash, Weights weights, Map<String, String> facts) throws IOException {
    folder.write(hash + SUFFIX, out -> write(weights, facts, out));
  }

  /** Writes weights with their facts and a checksum as a file has them; the stream stays open. */
  public static void write(Weights weights, Map<String, String> facts, OutputStream out)
      throws IOException {
    List<NamedArray> arrays = arrays(weights);
    Map<String, String> complete = new TreeMap<>(facts);
    complete.put(SUM, sum(arrays));
    Safetensors.write(arrays, complete, out);
  }

  private static List<NamedArray> arrays(Weights weights) {
    List<NamedArray> arrays = new ArrayList<>();
    int from = 0;
    boolean single = weights.doubles().length == 0;
    for (Segment segment : weights.segments()) {
      int to = from + segment.length();
      arrays.add(
          new NamedArray(
              segment.name(),
              single ? Arrays.copyOfRange(weights.floats(), from, to) : null,
              single ? null : Arrays.copyOfRange(weights.doubles(), from, to),
              segment.shape()));
      from = to;
    }
    return arrays;
  }

  /** Reads the weights of a training. */
  public Weights read(String hash) throws IOException {
    return weights(content(file(hash), fileSystem), file(hash).toString());
  }

  /** Reads a file of weights with its facts. */
  static Safetensors.Content content(Path file, FileSystem fileSystem) throws IOException {
    if (!fileSystem.exists(file)) {
      throw new InvalidInputException(file + ": no stored model here");
    }
    try (var in = fileSystem.open(file)) {
      long size = fileSystem.getFileStatus(file).getLen();
      Safetensors.Content content = Safetensors.read(in, size, file.toString());
      String sum = content.metadata().get(SUM);
      if (sum != null && !sum.equals(sum(content.arrays()))) {
        throw new DamagedFileException(file + ": not the weights that were written there");
      }
      return content;
    } catch (ChecksumException broken) {
      throw new DamagedFileException(file + ": " + broken.getMessage(), broken);
    } catch (InvalidInputException broken) {
      throw new DamagedFileException(broken.getMessage(), broken);
    }
  }

  /** Of names, shapes and values. */
  private static String sum(List<NamedArray> arrays) throws IOException {
    Checksum sum = new CRC32C();
    Safetensors.write(
        arrays, Map.of(), new CheckedOutputStream(OutputStream.nullOutputStream(), sum));
    return Long.toHexString(sum.getValue());
  }

  /** The arrays of a file as one vector again. */
  static Weights weights(Safetensors.Content content, String name) {
    List<Segment> segments = new ArrayList<>();
    int count = 0;
    boolean single = true;
    for (NamedArray array : content.arrays()) {
      segments.add(new Segment(array.name(), Merge.MEAN, array.shape()));
      count = Math.addExact(count, segments.get(segments.size() - 1).length());
      single &= array.floats() != null;
    }
    float[] floats = new float[single ? count : 0];
    double[] doubles = new double[single ? 0 : count];
    int at = 0;
    for (NamedArray array : content.arrays()) {
      if (single) {
        System.arraycopy(array.floats(), 0, floats, at, array.floats().length);
        at += array.floats().length;
      } else if (array.doubles() != null) {
        System.arraycopy(array.doubles(), 0, doubles, at, array.doubles().length);
        at += array.doubles().length;
      } else {
        throw new InvalidInputException(name + ": holds arrays of two precisions");
      }
    }
    return new Weights(segments, floats, doubles);
  }

  /** Puts weights that cannot be read out of the way; what is to be said of them. */
  public String setAside(String hash, DamagedFileException damaged) throws IOException {
    return folder.setAside(hash + SUFFIX, damaged.getMessage());
  }

  /** Drops the weights of a training. */
  public void remove(String hash) throws IOException {
    folder.delete(hash + SUFFIX);
  }
}
