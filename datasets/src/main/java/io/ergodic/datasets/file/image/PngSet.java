package io.ergodic.datasets.file.image;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * PNGs sorted into folders by class, below a folder or inside a tar (gzipped or not).
 *
 * @param entries in the order of class and name
 */
record PngSet(Path path, List<PngEntry> entries) {
  private static final Comparator<PngEntry> ORDER =
      Comparator.comparing(PngEntry::label).thenComparing(PngEntry::name);

  /** Takes the bytes of an entry. */
  @FunctionalInterface
  interface Visitor {
    void visit(PngEntry entry, byte[] bytes) throws IOException;
  }

  /** Lists what is there. */
  static PngSet open(Path path) throws IOException {
    List<PngEntry> entries = new ArrayList<>();
    if (Files.isDirectory(path)) {
      try (Stream<Path> walk = Files.walk(path)) {
        walk.filter(file -> isPng(file.toString()))
            .forEach(file -> entries.add(entry(path.relativize(file).toString(), path)));
      }
    } else {
      readTar(path, Set.of(), entries, (entry, bytes) -> {});
    }
    if (entries.isEmpty()) {
      throw new InvalidInputException(path + ": there is no .png in it");
    }
    entries.sort(ORDER);
    return new PngSet(path, List.copyOf(entries));
  }

  /** The names of the classes, sorted. */
  List<String> classes() {
    return entries.stream().map(PngEntry::label).distinct().sorted().toList();
  }

  /** Hands over the bytes of the entries asked for, in the order in which they lie on disk. */
  void read(Set<PngEntry> wanted, Visitor visitor) throws IOException {
    if (!Files.isDirectory(path)) {
      readTar(path, wanted, new ArrayList<>(), visitor);
      return;
    }
    for (PngEntry entry : entries) {
      if (wanted.contains(entry)) {
        visitor.visit(entry, Files.readAllBytes(path.resolve(entry.name())));
      }
    }
  }

  private static void readTar(
      Path path, Set<PngEntry> wanted, List<PngEntry> entries, Visitor visitor) throws IOException {
    boolean zipped = path.toString().endsWith("gz");
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        InputStream plain = zipped ? new GZIPInputStream(raw, 1 << 16) : raw;
        TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
      for (TarArchiveEntry file = tar.getNextTarEntry(); file != null; ) {
        if (file.isFile() && isPng(file.getName())) {
          PngEntry entry = entry(file.getName(), path);
          entries.add(entry);
          if (wanted.contains(entry)) {
            visitor.visit(entry, tar.readAllBytes());
          }
        }
        file = tar.getNextTarEntry();
      }
    } catch (java.io.EOFException | java.util.zip.ZipException | IllegalArgumentException cut) {
      throw new InvalidInputException(path + ": truncated or broken archive", cut);
    }
  }

  private static boolean isPng(String name) {
    String file = name.substring(name.lastIndexOf('/') + 1);
    return file.toLowerCase(Locale.ROOT).endsWith(".png") && !file.startsWith("._");
  }

  /** The class is the folder directly above the file. */
  private static PngEntry entry(String name, Path set) {
    String unix = name.replace('\\', '/');
    int slash = unix.lastIndexOf('/');
    if (slash < 1) {
      throw new InvalidInputException(
          set + ": " + name + " lies in no folder; the folder is the class, as in cat/1.png");
    }
    String folder = unix.substring(0, slash);
    return new PngEntry(folder.substring(folder.lastIndexOf('/') + 1), unix);
  }
}
