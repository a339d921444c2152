package io.ergodic.models.natives;

import io.ergodic.models.family.Engine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bytedeco.javacpp.Loader;

/**
 * Loads the native libraries of an engine, one process of this user at a time.
 *
 * <p>JavaCPP unpacks libraries from their jars into a folder that all processes share, and the
 * dynamic linker of one process may find a library there that another has written half of: two
 * executors that start together on a machine where the folder is still empty die of SIGBUS more
 * often than not. A lock around unpacking and loading prevents that; once the folder is filled it
 * is held for as long as loading takes.
 */
public final class NativeLibraries {
  /** Classes whose static initialisers unpack and load everything an engine needs. */
  private static final Map<Engine, String> ENTRY_POINTS =
      Map.of(
          Engine.LIBTORCH, "org.bytedeco.pytorch.global.torch",
          Engine.DEEPLEARNING4J, "org.nd4j.linalg.factory.Nd4j");

  private static final Set<Engine> LOADED = EnumSet.noneOf(Engine.class);

  private NativeLibraries() {}

  /**
   * Loads what {@code engine} needs, if anything; later calls return at once. To be called before
   * the first use of the engine in a process.
   *
   * @throws UnsatisfiedLinkError when a library is missing or does not run on this processor
   * @throws UncheckedIOException when the folder for unpacked libraries cannot be written
   */
  public static synchronized void load(Engine engine) {
    String entryPoint = ENTRY_POINTS.get(engine);
    if (entryPoint == null || LOADED.contains(engine)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(lockFile(), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
        FileLock lock = channel.lock()) {
      Class.forName(entryPoint, true, NativeLibraries.class.getClassLoader());
      LOADED.add(engine);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot unpack the libraries of " + engine.label(), failure);
    } catch (ClassNotFoundException missing) {
      throw (Error)
          new UnsatisfiedLinkError(engine.label() + ": no " + entryPoint).initCause(missing);
    }
  }

  private static Path lockFile() throws IOException {
    return Loader.getCacheDir().toPath().resolve("ergodic.lock");
  }
}
