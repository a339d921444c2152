package io.ergodic.jobs.location;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.RemoteLocations;
import io.ergodic.jobs.spark.HadoopSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkEnv;
import org.apache.spark.deploy.SparkHadoopUtil;

/** Files that a suite names by the address of any file system Hadoop knows. */
@AutoService(RemoteLocations.class)
public final class HadoopLocations implements RemoteLocations {
  private static final Map<URI, HadoopFileSystem> OPEN = new ConcurrentHashMap<>();

  @Override
  public Path path(String address) {
    org.apache.hadoop.fs.Path place;
    try {
      place = new org.apache.hadoop.fs.Path(address);
    } catch (IllegalArgumentException wrong) {
      throw new InvalidInputException(address + ": no address of a file: " + wrong.getMessage());
    }
    URI root = place.toUri().resolve("/");
    return OPEN.computeIfAbsent(root, HadoopLocations::open).getPath(place.toUri().getPath());
  }

  private static HadoopFileSystem open(URI root) {
    Configuration configuration = configuration();
    try {
      FileSystem.getFileSystemClass(root.getScheme(), configuration);
    } catch (UnsupportedFileSystemException unknown) {
      throw new InvalidInputException(
          root
              + ": no file system is known for addresses of this sort; its class goes into"
              + " spark.hadoop.fs."
              + root.getScheme()
              + ".impl, its jar to --jars");
    } catch (IOException broken) {
      throw new InvalidInputException(root + ": " + broken.getMessage(), broken);
    }
    return new HadoopFileSystem(new HadoopProvider(root.getScheme(), configuration), root);
  }

  /** Hadoop's settings with those of this process's Spark. */
  private static Configuration configuration() {
    SparkEnv running = SparkEnv.get();
    return running == null
        ? HadoopSettings.given()
        : SparkHadoopUtil.get().newConfiguration(running.conf());
  }
}
