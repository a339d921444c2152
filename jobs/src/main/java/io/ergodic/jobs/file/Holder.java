package io.ergodic.jobs.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

/**
 * Who holds a folder.
 *
 * @param id of this holding, which tells two of one process apart
 * @param process its number on its host
 * @param since when it was taken, by the clock of its host
 */
public record Holder(String id, String user, String host, long process, Instant since) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** This process, from now on. */
  static Holder here() {
    return new Holder(
        UUID.randomUUID().toString(),
        System.getProperty("user.name", "unknown"),
        hostName(),
        ProcessHandle.current().pid(),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException withoutName) {
      return "unknown";
    }
  }

  /** One line of JSON. */
  String text() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("id", id);
    root.put("user", user);
    root.put("host", host);
    root.put("process", process);
    root.put("since", since.toString());
    return root.toString();
  }

  /** What {@link #text} gave; of any other text a holder of whom nothing is known. */
  static Holder of(String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      return new Holder(
          root.path("id").asText(),
          root.path("user").asText("unknown"),
          root.path("host").asText("unknown"),
          root.path("process").asLong(),
          Instant.ofEpochSecond(Instant.parse(root.path("since").asText()).getEpochSecond()));
    } catch (JsonProcessingException | java.time.DateTimeException notYetWritten) {
      return new Holder("", "unknown", "unknown", 0, Instant.EPOCH);
    }
  }

  /** Such as {@code ann on node7, process 4711, since 2026-11-27 06:12:38 UTC}. */
  @Override
  public String toString() {
    return since.equals(Instant.EPOCH)
        ? "somebody who has not said who"
        : user + " on " + host + ", process " + process + ", since " + TIME.format(since);
  }
}
