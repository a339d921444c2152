package io.ergodic.datasets.settings;

import java.nio.file.Path;

/**
 * Files at addresses such as {@code hdfs://host/data/x.csv}, as paths that {@link
 * java.nio.file.Files} can read. Found through ServiceLoader; without one, files are local alone.
 */
public interface RemoteLocations {
  /**
   * The path of an address.
   *
   * @throws InvalidInputException for what is no address, or one of no known file system
   */
  Path path(String address);
}
