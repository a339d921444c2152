package io.ergodic.datasets.file.image;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What lies in a folder or an archive: images, and what is left out, which is to be said. */
final class Listing {
  /** What names of images end with, for messages. */
  static final String ENDINGS = ".png, .jpg or .jpeg";

  private static final Pattern IMAGE = Pattern.compile(".*\\.(png|jpe?g)");
  private static final Pattern JPEG = Pattern.compile(".*\\.jpe?g");

  private final TreeSet<String> images = new TreeSet<>();
  private final TreeSet<String> folders = new TreeSet<>();
  private final Set<String> filled = new HashSet<>();
  private final Map<String, Integer> skipped = new TreeMap<>();
  private String first = "";
  private int hidden;

  /** Whether a file of this name is taken for a JPEG one. */
  static boolean isJpeg(String name) {
    return JPEG.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** Whether a file of this name, with slashes, is to be read. */
  static boolean isImage(String name) {
    return !isHidden(name) && IMAGE.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.contains("/.");
  }

  /** Takes a folder, by its name with slashes. */
  void folder(String name) {
    if (!name.isEmpty() && !isHidden(name)) {
      folders.add(name);
    }
  }

  /** Takes a file, by its name with slashes. */
  void file(String name) {
    int slash = name.lastIndexOf('/');
    folder(slash < 0 ? "" : name.substring(0, slash));
    if (isHidden(name)) {
      hidden++;
    } else if (isImage(name)) {
      images.add(name);
      for (int end = slash; end > 0; end = name.lastIndexOf('/', end - 1)) {
        filled.add(name.substring(0, end));
      }
    } else {
      String base = name.substring(slash + 1);
      int dot = base.lastIndexOf('.');
      String ending = dot < 1 ? "without ending" : base.substring(dot).toLowerCase(Locale.ROOT);
      first = skipped.isEmpty() ? name : first;
      skipped.merge(ending, 1, Integer::sum);
    }
  }

  /** Names of images, sorted. */
  List<String> images() {
    return List.copyOf(images);
  }

  /** The first folder with no image in it or below it. */
  Optional<String> empty() {
    return folders.stream().filter(folder -> !filled.contains(folder)).findFirst();
  }

  /** What is left out, in a sentence or two; none where that is nothing. */
  List<String> notes(String key) {
    List<String> notes = new ArrayList<>();
    if (!skipped.isEmpty()) {
      int count = skipped.values().stream().mapToInt(Integer::intValue).sum();
      notes.add(
          key
              + ": "
              + count
              + (count == 1 ? " file is" : " files are")
              + " left out, not named "
              + ENDINGS
              + ": "
              + skipped
              + ", the first "
              + first);
    }
    if (hidden > 0) {
      notes.add(
          key
              + ": "
              + hidden
              + (hidden == 1 ? " hidden file is" : " hidden files are")
              + " left out");
    }
    return notes;
  }
}
