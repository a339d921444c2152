package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of comma-separated text (RFC 4180): cells may be quoted, a doubled quote in a quoted
 * cell is a quote, lines end in CR LF, LF or CR, and blank lines are skipped.
 */
final class CsvRecords {
  private static final int END = -1;

  private final Reader reader;
  private final Path file;
  private final StringBuilder cell = new StringBuilder();
  private final List<String> cells = new ArrayList<>();
  private int ahead;
  private long line = 1;
  private long recordLine;

  /**
   * @param reader buffered
   * @param file for messages
   */
  CsvRecords(Reader reader, Path file) throws IOException {
    this.reader = reader;
    this.file = file;
    this.ahead = reader.read();
    if (ahead == '\uFEFF') {
      ahead = reader.read();
    }
  }

  /** The line, from 1, the last record began on. */
  long line() {
    return recordLine;
  }

  /**
   * The cells of the next record, or null after the last. The list is reused.
   *
   * @throws InvalidInputException for a quote that is never closed, or text behind a closing one
   */
  List<String> next() throws IOException {
    while (ahead == '\n' || ahead == '\r') {
      endLine();
    }
    if (ahead == END) {
      return null;
    }
    recordLine = line;
    cells.clear();
    while (true) {
      cells.add(ahead == '"' ? quoted() : plain());
      if (ahead == ',') {
        ahead = reader.read();
        continue;
      }
      if (ahead != END) {
        endLine();
      }
      return cells;
    }
  }

  private String plain() throws IOException {
    cell.setLength(0);
    while (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      cell.append((char) ahead);
      ahead = reader.read();
    }
    return cell.toString();
  }

  private String quoted() throws IOException {
    long began = line;
    cell.setLength(0);
    ahead = reader.read();
    while (true) {
      if (ahead == END) {
        throw new InvalidInputException(
            file + ", line " + began + ": a quote opens here and is never closed");
      }
      if (ahead == '\n') {
        line++;
      }
      if (ahead != '"') {
        cell.append((char) ahead);
        ahead = reader.read();
        continue;
      }
      ahead = reader.read();
      if (ahead != '"') {
        break;
      }
      cell.append('"');
      ahead = reader.read();
    }
    if (ahead != ',' && ahead != '\n' && ahead != '\r' && ahead != END) {
      throw new InvalidInputException(
          file
              + ", line "
              + line
              + ", cell "
              + (cells.size() + 1)
              + ": '"
              + (char) ahead
              + "' follows a closing quote; only a comma or the end of the line may");
    }
    return cell.toString();
  }

  private void endLine() throws IOException {
    int ended = ahead;
    ahead = reader.read();
    if (ended == '\r' && ahead == '\n') {
      ahead = reader.read();
    }
    line++;
  }
}
