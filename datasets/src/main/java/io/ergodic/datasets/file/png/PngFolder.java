package io.ergodic.datasets.file.png;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** PNG files below a folder on disk; hidden ones are not seen. */
record PngFolder(Path path, String setting) implements PngFiles {
  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> walk = Files.walk(path)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        String name = path.relativize(file).toString().replace('\\', '/');
        if (name.isEmpty() || name.startsWith(".") || name.contains("/.")) {
          continue;
        }
        if (Files.isDirectory(file)) {
          try (Stream<Path> inside = Files.list(file)) {
            if (inside.findAny().isEmpty()) {
              names.add(name + "/");
            }
          }
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".png")) {
          names.add(name);
        }
      }
    }
    return names;
  }

  @Override
  public void read(List<String> names, Target target) throws IOException {
    for (int i = 0; i < names.size(); i++) {
      target.accept(i, Files.readAllBytes(path.resolve(names.get(i))));
    }
  }

  @Override
  public List<Path> inputs() throws IOException {
    return names().stream()
        .filter(name -> !name.endsWith("/"))
        .sorted()
        .map(path::resolve)
        .toList();
  }
}
