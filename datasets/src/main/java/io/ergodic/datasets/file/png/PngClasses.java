package io.ergodic.datasets.file.png;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.HeldOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * PNG files by class: the class of a file is the folder it lies in.
 *
 * @param byClass names sorted, for each class in the order of its name
 */
record PngClasses(PngFiles files, TreeMap<String, List<String>> byClass) {
  /** Lists a folder or archive; {@code key} is where it is named. */
  static PngClasses of(Settings settings, String key, PngFiles files) throws IOException {
    TreeMap<String, List<String>> byClass = new TreeMap<>();
    TreeSet<String> parents = new TreeSet<>();
    for (String name : new TreeSet<>(files.names())) {
      if (name.endsWith("/")) {
        throw settings.error(key, files.path() + ": class folder " + name + " is empty");
      }
      int slash = name.lastIndexOf('/');
      if (slash < 0) {
        throw settings.error(
            key, files.path() + ": " + name + " lies in no class folder (CLASS/" + name + ")");
      }
      String folder = name.substring(0, slash);
      int parent = folder.lastIndexOf('/');
      parents.add(parent < 0 ? "." : folder.substring(0, parent));
      byClass.computeIfAbsent(folder.substring(parent + 1), unused -> new ArrayList<>()).add(name);
    }
    if (byClass.isEmpty()) {
      throw settings.error(key, files.path() + ": no .png file in it");
    }
    if (parents.size() > 1) {
      // Taking train/cat and test/cat as one class would mix test images into training.
      throw settings.error(
          key,
          files.path()
              + ": class folders lie in several places ("
              + String.join(", ", parents)
              + "); give one of them");
    }
    return new PngClasses(files, byClass);
  }

  int count() {
    return byClass.values().stream().mapToInt(List::size).sum();
  }

  /** Takes {@code number} files away, from each class its share, which ones drawn by the seed. */
  PngClasses holdOut(int number, long seed) {
    int[] shares = HeldOut.shares(byClass.values().stream().mapToInt(List::size).toArray(), number);
    int order = 0;
    TreeMap<String, List<String>> held = new TreeMap<>();
    for (var entry : byClass.entrySet()) {
      List<String> names = entry.getValue();
      int share = shares[order++];
      RandomGenerator random = RandomStreams.stream(seed, "validation images", entry.getKey());
      List<String> out = new ArrayList<>();
      for (int i = 0; i < share; i++) {
        out.add(names.remove(random.nextInt(names.size())));
      }
      out.sort(null);
      held.put(entry.getKey(), out);
    }
    return new PngClasses(files, held);
  }
}
