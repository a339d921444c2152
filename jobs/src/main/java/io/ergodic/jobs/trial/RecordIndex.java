package io.ergodic.jobs.trial;

import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.file.StoredFolder;
import io.ergodic.jobs.file.StoredFolder.Stamp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Copies of an output folder's records in one hidden file, a line each: hash, size and time of the
 * record's own file, checksum of the copy, and its JSON. A line counts as long as that file has
 * this size and this time, so that an index which is old, was left by a killed run or is not there
 * at all costs time and nothing else.
 */
final class RecordIndex {
  private static final String FILE = ".index.jsonl";

  /** Another build may have known less of a record. */
  private static final String HEAD =
      "ergodic records 2 " + Build.version() + " " + Build.revision();

  private final StoredFolder folder;
  private final byte[] text;
  private final Map<String, Line> lines = new HashMap<>();

  private record Line(Stamp stamp, int from, int to) {}

  private RecordIndex(StoredFolder folder, byte[] text) {
    this.folder = folder;
    this.text = text;
  }

  /** The index of a folder of records; empty where there is none that can be used. */
  static RecordIndex read(StoredFolder folder) throws IOException {
    if (!folder.contains(FILE)) {
      return new RecordIndex(folder, new byte[0]);
    }
    RecordIndex index = new RecordIndex(folder, folder.read(FILE));
    index.scan();
    return index;
  }

  private void scan() {
    int end = end(0);
    if (!HEAD.equals(string(0, end))) {
      return;
    }
    for (int from = end + 1; from < text.length; from = end + 1) {
      end = end(from);
      int json = from;
      while (json < end && text[json] != '{') {
        json++;
      }
      take(string(from, json).split(" "), json, end);
    }
  }

  private void take(String[] facts, int from, int to) {
    try {
      Stamp stamp = new Stamp(Long.parseLong(facts[1]), Long.parseLong(facts[2]));
      if (facts[3].equals(sum(text, from, to))) {
        lines.put(facts[0], new Line(stamp, from, to));
      }
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException noLine) {
      // As if it were not there.
    }
  }

  /** A copy that has changed would pass for the record. */
  private static String sum(byte[] bytes, int from, int to) {
    Checksum sum = new CRC32C();
    sum.update(bytes, from, to - from);
    return Long.toHexString(sum.getValue());
  }

  private int end(int from) {
    int at = from;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return at;
  }

  private String string(int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** The copy of a record whose file has this stamp. */
  Optional<byte[]> copy(String hash, Stamp stamp) {
    Line line = lines.get(hash);
    return line == null || !line.stamp().equals(stamp)
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(text, line.from(), line.to()));
  }

  /** A copy with the stamp of its file. */
  record Entry(Stamp stamp, byte[] copy) {}

  /** Replaces the index of the folder, unless it says the same already. */
  void replace(Map<String, Entry> entries) throws IOException {
    boolean same =
        lines.size() == entries.size()
            && entries.entrySet().stream()
                .allMatch(e -> copy(e.getKey(), e.getValue().stamp()).isPresent());
    if (same) {
      return;
    }
    folder.write(
        FILE,
        out -> {
          out.write((HEAD + "\n").getBytes(StandardCharsets.UTF_8));
          for (Map.Entry<String, Entry> entry : entries.entrySet()) {
            Stamp stamp = entry.getValue().stamp();
            String facts = entry.getKey() + " " + stamp.bytes() + " " + stamp.changed() + " ";
            byte[] copy = entry.getValue().copy();
            out.write(facts.getBytes(StandardCharsets.UTF_8));
            out.write((sum(copy, 0, copy.length) + " ").getBytes(StandardCharsets.UTF_8));
            out.write(copy);
            out.write('\n');
          }
        });
  }
}
