package io.ergodic.jobs.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.jobs.bench.Measurement;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints measurements as they come, a line each, in columns or as JSON objects. */
final class MeasurementWriter implements Consumer<Measurement> {
  private final PrintWriter out;
  private final boolean json;
  private final ObjectMapper mapper = new ObjectMapper();

  MeasurementWriter(PrintWriter out, boolean json) {
    this.out = out;
    this.json = json;
  }

  @Override
  public void accept(Measurement measurement) {
    out.println(json ? json(measurement) : columns(measurement));
    out.flush();
  }

  private static String columns(Measurement measurement) {
    return String.format(
        Locale.ROOT,
        "%-22s %-28s %12.4g %s",
        measurement.bench(),
        measurement.measured(),
        measurement.value(),
        measurement.unit());
  }

  private String json(Measurement measurement) {
    ObjectNode node = mapper.createObjectNode();
    node.put("bench", measurement.bench());
    node.put("case", measurement.measured());
    if (Double.isFinite(measurement.value())) {
      node.put("value", measurement.value());
    } else {
      node.putNull("value");
    }
    node.put("unit", measurement.unit());
    try {
      return mapper.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
