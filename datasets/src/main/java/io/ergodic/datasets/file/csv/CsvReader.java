package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the records of a separated text (RFC 4180): quoted fields may hold separators, doubled
 * quotes and line ends; a byte-order mark is dropped; lines of nothing but blanks are passed over
 * and counted.
 */
public final class CsvReader implements Closeable {
  private final InputFile file;
  private final Dialect dialect;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long recordLine;
  private long blankLines;
  private long blankSince;

  public CsvReader(InputFile file, Dialect dialect) throws IOException {
    this.file = file;
    this.dialect = dialect;
    BufferedReader text = new BufferedReader(TextEncoding.strict(file, dialect.encoding()));
    try {
      dropMark(text);
      for (int i = 0; i < dialect.skipped(); i++) {
        text.readLine();
      }
      this.parser = format(dialect.separator()).parse(text);
      this.records = parser.iterator();
    } catch (IOException unreadable) {
      text.close();
      throw problem(unreadable);
    }
  }

  static CSVFormat format(char separator) {
    return CSVFormat.Builder.create(CSVFormat.RFC4180)
        .setDelimiter(separator)
        .setIgnoreEmptyLines(false)
        .build();
  }

  private static void dropMark(BufferedReader text) throws IOException {
    text.mark(1);
    if (text.read() != '\ufeff') {
      text.reset();
    }
  }

  /** Line the last record began at, counted from 1. */
  public long line() {
    return recordLine;
  }

  /** Blank lines before the last record; those at the end of a file do not count. */
  public long blankLines() {
    return blankLines;
  }

  /** The fields of the next record, or null at the end. */
  public List<String> next() throws IOException {
    try {
      while (true) {
        recordLine = dialect.skipped() + parser.getCurrentLineNumber() + 1;
        if (!records.hasNext()) {
          return null;
        }
        CSVRecord record = records.next();
        if (record.size() > 1 || !record.get(0).isBlank()) {
          blankLines += blankSince;
          blankSince = 0;
          return record.toList();
        }
        blankSince++;
      }
    } catch (UncheckedIOException failed) {
      throw problem(failed.getCause());
    }
  }

  private InvalidInputException problem(IOException cause) throws IOException {
    String place = "line " + Math.max(1, recordLine) + ": ";
    if (cause instanceof CharacterCodingException) {
      return file.error(
          "a text that is no "
              + dialect.encoding().name()
              + " at or after "
              + place
              + "encoding = NAME says what it is");
    }
    String message = String.valueOf(cause.getMessage());
    if (message.contains("EOF reached before encapsulated token")) {
      return file.error(place + "a quoted field is not closed before the file ends");
    }
    if (message.startsWith("Invalid char")) {
      return file.error(place + "text after a closing quote; quotes in a field are doubled");
    }
    throw cause;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
