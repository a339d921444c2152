package io.ergodic.datasets.file.png;

import io.ergodic.datasets.file.InputFile;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * PNG files in a tar archive, plain or gzipped. An archive can only be read from its beginning, so
 * reading any part runs through it once and holds that part's compressed images.
 */
record PngTar(InputFile file) implements PngFiles {
  private static final long MOST = 1L << 28;

  @Override
  public Path path() {
    return file.path();
  }

  @Override
  public String setting() {
    return file.setting();
  }

  @Override
  public List<Path> inputs() {
    return List.of(file.path());
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    walk((name, entry, in) -> names.add(name));
    return names;
  }

  @Override
  public void read(List<String> names, Target target) throws IOException {
    Map<String, Integer> wanted = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      wanted.put(names.get(i), i);
    }
    byte[][] contents = new byte[names.size()][];
    walk(
        (name, entry, in) -> {
          Integer index = wanted.get(name);
          if (index != null) {
            if (entry.getSize() > MOST) {
              throw file.error("entry " + name + " has " + entry.getSize() + " bytes");
            }
            contents[index] = in.readNBytes((int) entry.getSize());
            if (contents[index].length < entry.getSize()) {
              throw new EOFException();
            }
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
    try (TarArchiveInputStream in = new TarArchiveInputStream(file.open())) {
      for (TarArchiveEntry entry = in.getNextTarEntry();
          entry != null;
          entry = in.getNextTarEntry()) {
        String name = entry.getName().replaceFirst("^(\\./)+", "");
        last = name;
        boolean hidden = name.startsWith(".") || name.contains("/.");
        if (entry.isFile() && !hidden && name.toLowerCase(Locale.ROOT).endsWith(".png")) {
          visitor.visit(name, entry, in);
        }
      }
    } catch (IOException | IllegalArgumentException damaged) {
      throw file.error(
          "truncated or damaged tar archive after " + last + ": " + damaged.getMessage());
    }
  }
}
