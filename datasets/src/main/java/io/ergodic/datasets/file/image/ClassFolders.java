package io.ergodic.datasets.file.image;

import io.ergodic.datasets.file.ClassNames;
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
 * Image files by class: the class of a file is the folder it lies in, its name in one Unicode form.
 *
 * @param byClass names sorted, for each class in the order of its name
 * @param notes on what is left out
 */
record ClassFolders(ImageFiles files, TreeMap<String, List<String>> byClass, List<String> notes) {
  /** Lists a folder or archive; {@code key} is where it is named. */
  static ClassFolders of(Settings settings, String key, ImageFiles files) throws IOException {
    Listing listing = files.list();
    TreeMap<String, List<String>> byClass = new TreeMap<>();
    TreeMap<String, String> folders = new TreeMap<>();
    TreeSet<String> parents = new TreeSet<>();
    for (String name : listing.images()) {
      int slash = name.lastIndexOf('/');
      if (slash < 0) {
        throw settings.error(
            key, files.path() + ": " + name + " lies in no class folder (CLASS/" + name + ")");
      }
      String folder = name.substring(0, slash);
      int parent = folder.lastIndexOf('/');
      parents.add(parent < 0 ? "." : folder.substring(0, parent));
      String label = ClassNames.normal(folder.substring(parent + 1));
      String other = folders.putIfAbsent(label, folder);
      if (other != null && !other.equals(folder) && parents.size() == 1) {
        throw settings.error(
            key,
            files.path()
                + ": two class folders are both called "
                + label
                + ", in two ways of writing it in Unicode; make them one");
      }
      byClass.computeIfAbsent(label, unused -> new ArrayList<>()).add(name);
    }
    if (byClass.isEmpty()) {
      throw settings.error(
          key, files.path() + ": no " + Listing.ENDINGS + " file in it" + said(listing, key));
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
    listing
        .empty()
        .ifPresent(
            folder -> {
              throw settings.error(
                  key,
                  files.path()
                      + ": class folder "
                      + folder
                      + "/ is empty: no "
                      + Listing.ENDINGS
                      + " file in it"
                      + said(listing, key)
                      + "; fill it or take it away");
            });
    return new ClassFolders(files, byClass, listing.notes(key));
  }

  private static String said(Listing listing, String key) {
    List<String> notes = listing.notes(key);
    return notes.isEmpty() ? "" : " (" + String.join("; ", notes) + ")";
  }

  int count() {
    return byClass.values().stream().mapToInt(List::size).sum();
  }

  List<String> names() {
    return byClass.values().stream().flatMap(List::stream).sorted().toList();
  }

  /** Takes {@code number} files away, from each class its share, which ones drawn by the seed. */
  ClassFolders holdOut(int number, long seed) {
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
    return new ClassFolders(files, held, List.of());
  }
}
