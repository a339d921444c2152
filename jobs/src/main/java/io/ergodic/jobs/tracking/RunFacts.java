package io.ergodic.jobs.tracking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.RoundRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What a tracking server is told of a trial, by name. */
final class RunFacts {
  /** Parameters of a request, and characters of a value, that every MLflow server takes. */
  private static final int PARAMETERS = 100;

  private static final int LETTERS = 250;

  private RunFacts() {}

  /** What was asked for: the cell of the grid, then the system's settings by their full keys. */
  static Map<String, String> parameters(TrialSpec spec) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("experiment", spec.experiment());
    parameters.put("task", spec.task());
    parameters.put("dataset", spec.dataset());
    parameters.put("data_hash", spec.dataHash());
    parameters.put("system", spec.system().name());
    parameters.put("family", spec.system().family());
    parameters.put("seed", Long.toString(spec.seed()));
    Map<String, String> settings = new TreeMap<>();
    try {
      flatten("", new ObjectMapper().readTree(spec.system().settings()), settings);
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(spec.system().path() + ": settings are no JSON", broken);
    }
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      if (parameters.size() < PARAMETERS) {
        parameters.putIfAbsent("settings." + setting.getKey(), cut(setting.getValue()));
      }
    }
    return parameters;
  }

  private static void flatten(String prefix, JsonNode node, Map<String, String> into) {
    node.fields()
        .forEachRemaining(
            field -> {
              String key = prefix + field.getKey().replaceAll("[^A-Za-z0-9_. /-]", "_");
              if (field.getValue().isObject()) {
                flatten(key + ".", field.getValue(), into);
              } else {
                into.put(
                    key,
                    field.getValue().isTextual()
                        ? field.getValue().asText()
                        : field.getValue().toString());
              }
            });
  }

  /** How it went, in words. */
  static Map<String, String> tags(TrialRecord record) {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put("engine", record.engine());
    tags.put("device", record.device());
    tags.put("revision", record.revision());
    tags.put("parameters", Integer.toString(record.parameters()));
    // MLflow knows one kind of failure only.
    tags.put("status", record.unfinished() ? TrialRecord.ERROR : record.status());
    if (record.reason() != null) {
      tags.put("reason", cut(record.reason()));
    }
    return tags;
  }

  /** A round's measurements. */
  static Map<String, Double> of(RoundRecord round) {
    Map<String, Double> metrics = new LinkedHashMap<>();
    metrics.put("training_loss", round.loss());
    if (round.validation() != null) {
      metrics.put("validation_loss", round.validation());
    }
    metrics.put("examples_per_second", round.examplesPerSecond());
    metrics.put("broadcast_ms", round.broadcastMs());
    metrics.put("compute_ms", round.computeMs());
    metrics.put("reduce_ms", round.reduceMs());
    metrics.put("idle_ms", round.idleMs());
    return metrics;
  }

  private static String cut(String text) {
    return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
  }
}
