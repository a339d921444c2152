package io.ergodic.evaluation.result;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Trial records as JSON. The same record gives the same bytes: components in their declared order,
 * maps sorted by key, numbers in the shortest form that reads back to the same bits. Values that
 * are not finite are written as the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"},
 * so that the text stays valid JSON.
 */
public final class TrialJson {
  /** Of the form of records: a record of another one is refused. */
  static final int VERSION = 5;

  /** Of the form that differs in nothing but having no checksum, and is still read. */
  private static final int WITHOUT_SUM = 4;

  private static final String SUM = ",\"sum\":\"";
  private static final String END = "\"}";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(Versioned.class);
  private static final ObjectReader READER = MAPPER.readerFor(TrialRecord.class);
  private static final ObjectReader HEADER = MAPPER.readerFor(Header.class);

  private record Versioned(int version, @JsonUnwrapped TrialRecord trial) {}

  private record Header(String trial, int version, String sum) {}

  private static final String WAY_OUT = "; once it is deleted, the trial is run again";

  private TrialJson() {}

  /** One line of JSON without a line end. */
  public static String toJson(TrialRecord trial) {
    try {
      String open = WRITER.writeValueAsString(new Versioned(VERSION, trial));
      String text = open.substring(0, open.length() - 1);
      return text + SUM + sum(text) + END;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("trial record " + trial.trial() + " has no JSON form", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param where the text stands, such as the name of its file
   * @throws InvalidInputException when the text is no trial record, e.g. is cut off, or has the
   *     form of another build
   */
  public static TrialRecord fromJson(String json, String where) {
    try {
      Header header = HEADER.readValue(json);
      if (header == null || header.trial() == null) {
        throw new DamagedFileException(where + ": not a trial record (trial missing)");
      }
      if (!holds(header, json)) {
        throw new DamagedFileException(
            where + ": not a trial record as it was written: its checksum does not hold" + WAY_OUT);
      }
      if (header.version() != VERSION && header.version() != WITHOUT_SUM) {
        throw new InvalidInputException(
            where
                + ": a trial record of form "
                + Math.max(1, header.version())
                + ", this build reads "
                + VERSION
                + "; delete it to run the trial again, or choose another output folder");
      }
      TrialRecord trial = READER.readValue(json);
      if (trial.status() == null) {
        throw new DamagedFileException(where + ": not a trial record (status missing)");
      }
      return trial;
    } catch (JsonProcessingException e) {
      throw new DamagedFileException(
          where
              + ": not a trial record, line "
              + line(e)
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse("")
              + WAY_OUT);
    }
  }

  private static boolean holds(Header header, String json) {
    if (header.sum() == null) {
      return header.version() != VERSION;
    }
    int end = json.lastIndexOf(SUM);
    return end >= 0 && json.substring(end).equals(SUM + sum(json.substring(0, end)) + END);
  }

  /** Eight hexadecimal digits. */
  private static String sum(String text) {
    Checksum sum = new CRC32C();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) sum.getValue());
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }
}
