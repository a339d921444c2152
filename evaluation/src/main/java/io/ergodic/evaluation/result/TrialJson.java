package io.ergodic.evaluation.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.ergodic.datasets.settings.InvalidInputException;

/**
 * Trial records as JSON. The same record gives the same bytes: components in their declared order,
 * maps sorted by key, numbers in the shortest form that reads back to the same bits. Values that
 * are not finite are written as the strings {@code "NaN"}, {@code "Infinity"}, {@code "-Infinity"},
 * so that the text stays valid JSON.
 */
public final class TrialJson {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private static final ObjectWriter WRITER = MAPPER.writerFor(TrialRecord.class);
  private static final ObjectReader READER = MAPPER.readerFor(TrialRecord.class);

  private TrialJson() {}

  /** One line of JSON without a line end. */
  public static String toJson(TrialRecord trial) {
    try {
      return WRITER.writeValueAsString(trial);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("trial record " + trial.trial() + " has no JSON form", e);
    }
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param where the text stands, such as the name of its file
   * @throws InvalidInputException when the text is no trial record, e.g. is cut off
   */
  public static TrialRecord fromJson(String json, String where) {
    try {
      TrialRecord trial = READER.readValue(json);
      if (trial == null || trial.trial() == null || trial.status() == null) {
        throw new InvalidInputException(where + ": not a trial record (trial or status missing)");
      }
      return trial;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          where + ": not a trial record, line " + line(e) + ": " + e.getOriginalMessage());
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }
}
