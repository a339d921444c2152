package io.ergodic.jobs.testing;

import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;

/**
 * Folders for tests on file systems of two sorts: this machine's disks, and those behind Hadoop.
 */
public final class Places {
  private Places() {}

  /**
   * Settings under which {@code viewfs://test/} is a folder, seen through Hadoop alone: nothing
   * tells that its files lie on a local disk, and nothing there can be locked.
   */
  public static Configuration behindHadoop(Path folder) {
    Configuration configuration = new Configuration(false);
    mount(configuration, folder);
    return configuration;
  }

  /** Adds such a folder to settings. */
  public static void mount(Configuration configuration, Path folder) {
    configuration.set(
        "fs.viewfs.mounttable.test.link./files", folder.toUri().toString().replaceAll("/$", ""));
    configuration.set("fs.viewfs.impl", "org.apache.hadoop.fs.viewfs.ViewFileSystem");
    configuration.set("fs.AbstractFileSystem.viewfs.impl", "org.apache.hadoop.fs.viewfs.ViewFs");
    // Without checksums: file and checksum are not replaced in one step.
    configuration.set("fs.file.impl", "org.apache.hadoop.fs.RawLocalFileSystem");
    configuration.set("fs.AbstractFileSystem.file.impl", "org.apache.hadoop.fs.local.RawLocalFs");
    configuration.setBoolean("fs.viewfs.impl.disable.cache", true);
  }

  /** The folder as it is seen. */
  public static org.apache.hadoop.fs.Path seen() {
    return new org.apache.hadoop.fs.Path("viewfs://test/files");
  }
}
