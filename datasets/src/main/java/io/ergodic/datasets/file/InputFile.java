package io.ergodic.datasets.file;

import io.ergodic.datasets.settings.FileLocation;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.HeapRoom;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A file named in a configuration: there, readable and not empty.
 *
 * @param path found as {@link Settings#located} says
 * @param setting where in the configuration it is named
 */
public record InputFile(Path path, String setting) {
  private static final int BUFFER = 1 << 16;

  /** The file named by {@code key}. */
  public static InputFile of(Settings settings, String key) {
    return check(settings, key, settings.string(key));
  }

  /** The files named by {@code key}, a path or a list of paths; none when the key is absent. */
  public static List<InputFile> list(Settings settings, String key) {
    List<InputFile> files = new ArrayList<>();
    for (String name : settings.strings(key, List.of())) {
      files.add(check(settings, key, name));
    }
    return List.copyOf(files);
  }

  private static InputFile check(Settings settings, String key, String name) {
    Path path = settings.located(name);
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException missing) {
      throw missing(settings, key, name);
    } catch (IOException unreachable) {
      throw settings.error(key, "cannot be reached: " + name + ": " + unreachable.getMessage());
    }
    if (!Files.isRegularFile(path)) {
      throw settings.error(key, "not a file: " + name);
    }
    if (!Files.isReadable(path)) {
      throw settings.error(key, "not readable: " + name);
    }
    InputFile file = new InputFile(path, settings.path(key));
    if (file.size() == 0) {
      throw settings.error(key, "an empty file: " + name);
    }
    return file;
  }

  private static InvalidInputException missing(Settings settings, String key, String name) {
    String looked =
        settings.folders().stream()
            .map(Path::toString)
            .distinct()
            .collect(Collectors.joining(" and in ", " (looked in ", ")"));
    return settings.error(
        key,
        "no such file: "
            + name
            + (FileLocation.isAddress(name) || Path.of(name).isAbsolute() ? "" : looked));
  }

  /** Bytes on disk. */
  public long size() {
    try {
      return Files.size(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Whether the content is packed, whatever the name ends with. */
  public boolean packed() throws IOException {
    return compression() != Compression.NONE;
  }

  private Compression compression() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return Compression.of(in.readNBytes(Compression.LONGEST_MARK));
    }
  }

  /**
   * The content, unpacked where it is packed by gzip, zip, zstd or bzip2: then as much as {@link
   * Unpacked} lets through.
   */
  public InputStream open() throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
    try {
      InputStream content = compression().open(raw, this);
      return content == raw
          ? raw
          : new BufferedInputStream(new Unpacked(content, size(), this::error), BUFFER);
    } catch (IOException failed) {
      raw.close();
      throw error(Unpacked.damage(failed, 0));
    } catch (InvalidInputException refused) {
      raw.close();
      throw refused;
    }
  }

  /**
   * The content for a reader that keeps all of it.
   *
   * @param times bytes of memory that the reader takes for each byte of content
   * @throws InvalidInputException at once or later, when that is more than this process has
   */
  public InputStream openHeld(int times) throws IOException {
    if (!packed()) {
      need(times, size());
    }
    long most = HeapRoom.usable() / times;
    return new HeldStream(open(), most, () -> need(times, most + 1));
  }

  private void need(int times, long bytes) {
    HeapRoom.need(
        setting + ": " + path, "is read whole, which takes", (double) times * bytes, "cut it up");
  }

  /** An error about the content of this file. */
  public InvalidInputException error(String problem) {
    return new InvalidInputException(setting + ": " + path + ": " + problem);
  }
}
