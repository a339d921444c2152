package io.ergodic.jobs.file;

import io.ergodic.datasets.storage.WriteSteps;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Renames on Hadoop's file systems, in one step where these can: on HDFS. Object stores copy and
 * delete, so that there may be a moment without a file, but never one with half of it.
 */
final class Renaming {
  /** A context is a client of its own, with its connections, so each file system gets one. */
  private static final Map<FileSystem, FileContext> CONTEXTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private Renaming() {}

  /** Renames a file over another, or to a free place. */
  static void over(FileSystem fileSystem, Path from, Path to) throws IOException {
    WriteSteps.reach("rename", to);
    try {
      context(fileSystem).rename(from, to, Rename.OVERWRITE);
    } catch (UnsupportedFileSystemException onlyTheOldInterface) {
      // Which cannot replace.
      fileSystem.delete(to, false);
      if (!fileSystem.rename(from, to)) {
        throw new IOException("cannot rename " + from + " to " + to);
      }
    }
    WriteSteps.reach("go on after", to);
  }

  /**
   * Renames a file or folder to a place that is free.
   *
   * @return whether it was
   */
  static boolean toFree(FileSystem fileSystem, Path from, Path to) throws IOException {
    if (fileSystem.exists(to)) {
      return false;
    }
    WriteSteps.reach("rename", to);
    try {
      context(fileSystem).rename(from, to, Rename.NONE);
    } catch (FileAlreadyExistsException faster) {
      return false;
    } catch (UnsupportedFileSystemException onlyTheOldInterface) {
      if (!fileSystem.rename(from, to) && !fileSystem.exists(to)) {
        throw new IOException("cannot rename " + from + " to " + to);
      }
      // It renames a folder to one that somebody has just made by moving it inside.
      Path inside = new Path(to, from.getName());
      boolean moved = !fileSystem.exists(from) && !fileSystem.exists(inside);
      fileSystem.delete(inside, true);
      return moved;
    }
    WriteSteps.reach("go on after", to);
    return true;
  }

  private static FileContext context(FileSystem fileSystem) throws IOException {
    FileContext context = CONTEXTS.get(fileSystem);
    if (context == null) {
      context = FileContext.getFileContext(fileSystem.getUri(), fileSystem.getConf());
      CONTEXTS.put(fileSystem, context);
    }
    return context;
  }
}
