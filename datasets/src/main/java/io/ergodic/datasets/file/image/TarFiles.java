package io.ergodic.datasets.file.image;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.source.HeapRoom;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Image files in a tar archive, plain or packed. An archive can only be read from its beginning, so
 * reading any part runs through it once and holds that part's files. Names in it lead nowhere:
 * nothing is written to disk, and links are refused.
 */
record TarFiles(InputFile file) implements ImageFiles {
  /** Of the memory of this process, what the files of a part may take. */
  private static final int SHARE = 2;

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public String setting() {
    return file.setting();
  }

  @Override
  public List<Path> inputs(List<String> names) {
    return List.of(file.path());
  }

  @Override
  public Listing list() throws IOException {
    Listing listing = new Listing();
    walk(
        (name, entry, in) -> {
          if (entry.isDirectory()) {
            listing.folder(name.replaceFirst("/+$", ""));
          } else if (!plain(entry) && Listing.isImage(name)) {
            throw file.error(
                "entry "
                    + name
                    + " is a link; pack what it leads to (tar --dereference --hard-dereference)");
          } else {
            listing.file(name);
          }
        });
    return listing;
  }

  /** The library takes links, pipes and devices for files, too. */
  private static boolean plain(TarArchiveEntry entry) {
    return entry.isFile()
        && !entry.isSymbolicLink()
        && !entry.isLink()
        && !entry.isFIFO()
        && !entry.isCharacterDevice()
        && !entry.isBlockDevice();
  }

  @Override
  public void read(List<String> names, long most, Target target) throws IOException {
    Map<String, Integer> wanted = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      wanted.put(names.get(i), i);
    }
    byte[][] contents = new byte[names.size()][];
    long[] held = new long[1];
    walk(
        (name, entry, in) -> {
          Integer index = wanted.get(name);
          if (index != null) {
            if (contents[index] != null) {
              throw file.error("entry " + name + " is there twice");
            }
            long size = entry.getSize();
            if (size < 0 || size > most) {
              throw file.error(
                  "entry " + name + ": " + size + " bytes, an image file has at most " + most);
            }
            contents[index] = in.readNBytes((int) size);
            if (contents[index].length < size) {
              throw new EOFException("entry " + name + " is cut short");
            }
            held[0] += size;
            HeapRoom.need(
                file.setting(),
                "the " + names.size() + " files of a shard take",
                (double) SHARE * held[0],
                "set shards higher");
          }
        });
    for (int i = 0; i < contents.length; i++) {
      if (contents[i] == null) {
        throw file.error("entry " + names.get(i) + " went away while the archive was read");
      }
      target.accept(i, contents[i]);
      contents[i] = null;
    }
  }

  private interface Visitor {
    void visit(String name, TarArchiveEntry entry, TarArchiveInputStream in) throws IOException;
  }

  private void walk(Visitor visitor) throws IOException {
    String last = "its beginning";
    try (TarArchiveInputStream in =
        new TarArchiveInputStream(file.open(), StandardCharsets.UTF_8.name())) {
      for (TarArchiveEntry entry = in.getNextTarEntry();
          entry != null;
          entry = in.getNextTarEntry()) {
        String name = entry.getName().replaceFirst("^(\\./)+", "");
        last = name.isEmpty() ? last : name;
        visitor.visit(name, entry, in);
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw file.error(
          "truncated or damaged tar archive after " + last + ": " + damaged.getMessage());
    }
  }
}
