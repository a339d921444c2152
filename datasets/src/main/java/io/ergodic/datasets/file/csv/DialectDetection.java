package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Finds how a table is written: what {@code separator}, {@code encoding} and {@code skip} do not
 * say is looked for in its first lines.
 */
final class DialectDetection {
  private static final int SAMPLE = 1 << 16;
  private static final String CANDIDATES = ",;\t|";

  private DialectDetection() {}

  /**
   * The dialect of a file.
   *
   * @param notes gets a sentence for what was found and is not the usual
   */
  static Dialect of(Settings settings, InputFile file, List<String> notes) throws IOException {
    Charset encoding = TextEncoding.of(settings, file, notes);
    String sample = sample(file, encoding);
    int skipped = settings.integer("skip", 0, 0, 1_000_000);
    String text = sample;
    for (int i = 0; i < skipped; i++) {
      text = text.substring(text.indexOf('\n') + 1);
    }
    char told = told(text);
    if (told != 0) {
      notes.add("the line sep=" + told + " is taken as the name of the separator, not as a header");
      text = text.substring(text.indexOf('\n') + 1);
      skipped++;
    }
    if (settings.has("separator")) {
      return new Dialect(encoding, named(settings), skipped);
    }
    char separator = told != 0 ? told : guess(text, sample.length() < SAMPLE);
    if (separator != ',' && told == 0) {
      notes.add(
          "fields are separated by "
              + Dialect.describe(separator)
              + "; separator = CHARACTER says otherwise");
    }
    return new Dialect(encoding, separator, skipped);
  }

  private static char named(Settings settings) {
    String name = settings.string("separator");
    if (Dialect.NAMED.containsKey(name)) {
      return Dialect.NAMED.get(name);
    }
    if (name.length() != 1
        || "\"\n\r".contains(name)
        || Character.isLetterOrDigit(name.charAt(0))) {
      throw settings.error(
          "separator",
          "must be one character, or one of "
              + String.join(", ", new TreeSet<>(Dialect.NAMED.keySet()))
              + ", not '"
              + name
              + "'");
    }
    return name.charAt(0);
  }

  private static String sample(InputFile file, Charset encoding) throws IOException {
    char[] buffer = new char[SAMPLE];
    int count = 0;
    try (Reader reader = TextEncoding.strict(file, encoding)) {
      for (int read = 0; read >= 0 && count < SAMPLE; count += Math.max(0, read)) {
        read = reader.read(buffer, count, SAMPLE - count);
      }
    } catch (CharacterCodingException malformed) {
      throw file.error(
          "a text that is no " + encoding.name() + "; encoding = NAME says what it is");
    }
    String text = new String(buffer, 0, count);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  /** The separator that a first line {@code sep=;}, as spreadsheets write it, names; or 0. */
  private static char told(String text) {
    boolean line = text.length() > 5 && text.regionMatches(true, 0, "sep=", 0, 4);
    return line && (text.charAt(5) == '\n' || text.charAt(5) == '\r') ? text.charAt(4) : 0;
  }

  /**
   * The separator that cuts all records of the sample into as many fields; of several the one that
   * makes most, and of none the one that cuts the header into most.
   */
  private static char guess(String text, boolean whole) {
    char best = ',';
    int most = 1;
    boolean even = false;
    for (char candidate : CANDIDATES.toCharArray()) {
      List<Integer> widths = widths(text, candidate, whole);
      if (widths.isEmpty() || widths.get(0) < 2) {
        continue;
      }
      boolean same = widths.stream().allMatch(widths.get(0)::equals);
      if (same && !even || same == even && widths.get(0) > most) {
        best = candidate;
        most = widths.get(0);
        even = same;
      }
    }
    return best;
  }

  private static List<Integer> widths(String text, char separator, boolean whole) {
    List<Integer> widths = new ArrayList<>();
    try (CSVParser parser = CsvReader.format(separator).parse(new StringReader(text))) {
      for (CSVRecord record : parser) {
        if (record.size() > 1 || !record.get(0).isBlank()) {
          widths.add(record.size());
        }
      }
      if (!whole && widths.size() > 1) {
        widths.remove(widths.size() - 1);
      }
    } catch (UncheckedIOException | IOException brokenQuotes) {
      // What was read before counts; the reader says what is wrong.
      return widths;
    }
    return widths;
  }

  /** An error about records of different widths. */
  static InvalidInputException ragged(
      InputFile file, Dialect dialect, long line, int fields, int width) {
    return file.error(
        "line "
            + line
            + ": "
            + fields
            + " fields, the first line has "
            + width
            + " (separated by "
            + Dialect.describe(dialect.separator())
            + "; separator = CHARACTER says otherwise, skip = NUMBER passes over lines before the"
            + " header)");
  }
}
