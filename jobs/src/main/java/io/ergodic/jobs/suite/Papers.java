package io.ergodic.jobs.suite;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The papers whose systems the project is to run, by id: {@code papers.tsv} beside this class. */
public final class Papers {
  private static final Map<String, Paper> ALL = load();

  private Papers() {}

  /**
   * A paper.
   *
   * @param tier A first, then B, C and D
   */
  public record Paper(String id, String title, String tier) {}

  /** All papers by id, in the order of the list. */
  public static Map<String, Paper> all() {
    return ALL;
  }

  private static Map<String, Paper> load() {
    try (InputStream in = Papers.class.getResourceAsStream("papers.tsv")) {
      Map<String, Paper> papers = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t"))
          .forEach(cells -> papers.put(cells[0], new Paper(cells[0], cells[1], cells[2])));
      return Collections.unmodifiableMap(papers);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
