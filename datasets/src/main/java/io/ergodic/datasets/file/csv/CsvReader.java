package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads the records of a comma-separated file (RFC 4180): quoted fields may hold commas, doubled
 * quotes and line ends; lines end with LF or CR LF; blank lines are skipped; a byte-order mark is
 * dropped. Bytes that are no UTF-8 become U+FFFD.
 */
public final class CsvReader implements Closeable {
  private final InputFile file;
  private final BufferedReader reader;
  private final List<String> fields = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();
  private long lines;
  private long recordLine;

  public CsvReader(InputFile file) throws IOException {
    this.file = file;
    this.reader = new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8));
  }

  /** Line the last record began at, counted from 1. */
  public long line() {
    return recordLine;
  }

  /** The fields of the next record, or null at the end. The list is reused. */
  public List<String> next() throws IOException {
    String line = line0();
    while (line != null && line.isBlank()) {
      line = line0();
    }
    if (line == null) {
      return null;
    }
    recordLine = lines;
    fields.clear();
    int at = 0;
    while (true) {
      if (at < line.length() && line.charAt(at) == '"') {
        quoted.setLength(0);
        at++;
        while (true) {
          int quote = line.indexOf('"', at);
          if (quote < 0) {
            quoted.append(line, at, line.length()).append('\n');
            line = line0();
            at = 0;
            if (line == null) {
              throw file.error(
                  "line " + recordLine + ": a quoted field is not closed before the file ends");
            }
          } else if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            quoted.append(line, at, quote + 1);
            at = quote + 2;
          } else {
            quoted.append(line, at, quote);
            at = quote + 1;
            break;
          }
        }
        if (at < line.length() && line.charAt(at) != ',') {
          throw file.error("line " + lines + ": text after a closing quote: " + line.substring(at));
        }
        fields.add(quoted.toString());
      } else {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(at, end));
        at = end;
      }
      if (at >= line.length()) {
        return fields;
      }
      at++;
    }
  }

  private String line0() throws IOException {
    try {
      String line = reader.readLine();
      lines++;
      return lines == 1 && line != null && line.startsWith("\ufeff") ? line.substring(1) : line;
    } catch (EOFException | ZipException damaged) {
      throw file.error("truncated or damaged gzip after line " + lines);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
