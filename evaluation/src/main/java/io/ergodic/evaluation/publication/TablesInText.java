package io.ergodic.evaluation.publication;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts tables of results into a Markdown text, between {@code <!-- results: SUITE ... -->} and
 * {@code <!-- end of results -->}.
 */
public final class TablesInText {
  private static final Pattern BLOCK =
      Pattern.compile(
          "(<!-- results: ([^>]*?) -->\\n).*?(<!-- end of results -->)", Pattern.DOTALL);

  private final ResultTables tables;
  private final Path folder;

  /**
   * @param folder of the published results, a file for each suite
   */
  public TablesInText(ResultTables tables, Path folder) {
    this.tables = tables;
    this.folder = folder;
  }

  /**
   * The text with all blocks made anew.
   *
   * @throws InvalidInputException for a suite without results
   */
  public String fill(String text) throws IOException {
    StringBuilder filled = new StringBuilder();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      StringBuilder made = new StringBuilder(block.group(1));
      for (String suite : block.group(2).trim().split("\\s+")) {
        List<PublishedResult> results = PublishedFile.read(folder.resolve(suite + ".csv"));
        if (results.isEmpty()) {
          throw new InvalidInputException(
              "results of " + suite + ": there is no " + folder.resolve(suite + ".csv"));
        }
        made.append('\n').append(tables.of(results));
      }
      made.append('\n').append(block.group(3));
      block.appendReplacement(filled, Matcher.quoteReplacement(made.toString()));
    }
    return block.appendTail(filled).toString();
  }
}
