package io.ergodic.jobs.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.suite.ResolvedSystem;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.family.ModelContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is kept with the weights of a model, so that they can be used without suite and data.
 *
 * @param family of models
 * @param settings in force, as JSON
 * @param revision of the family
 * @param task name of the task
 * @param taskSettings its settings, as JSON
 * @param schema of the data
 * @param scaler fitted on the train split
 */
public record ModelFacts(
    String family,
    String settings,
    int revision,
    String task,
    String taskSettings,
    Schema schema,
    Scaler scaler) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String FORM = "1";
  private static final List<String> NEEDED =
      List.of("family", "settings", "revision", "task", "taskSettings", "schema", "scaler");

  /** What the model was described for. */
  ModelContext context() {
    return new ModelContext(asked(), schema, "the stored model's");
  }

  /** The form of its answers. */
  public Port output() {
    return asked().output(schema);
  }

  private Task asked() {
    return Protocol.registry().get(task, "task").task(Settings.parse(taskSettings, "task"));
  }

  /** As the metadata of a safetensors file. */
  static Map<String, String> of(TrialSpec spec, Manifest manifest) {
    return of(
        spec.hash(),
        spec.system().family(),
        spec.resolved(),
        spec.task(),
        spec.taskSettings(),
        spec.seed(),
        manifest);
  }

  /**
   * The same of a training that is no trial.
   *
   * @param training its name
   * @param resolved the system
   * @param manifest of the data it was trained on
   */
  public static Map<String, String> of(
      String training,
      String family,
      ResolvedSystem resolved,
      String task,
      String taskSettings,
      long seed,
      Manifest manifest) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("ergodic", FORM);
    facts.put("training", training);
    facts.put("family", family);
    facts.put("settings", resolved.settings());
    facts.put("revision", String.valueOf(resolved.revision()));
    facts.put("digest", resolved.digest());
    facts.put("task", task);
    facts.put("taskSettings", taskSettings);
    facts.put("dataset", manifest.name());
    facts.put("dataHash", manifest.hash());
    facts.put("seed", String.valueOf(seed));
    facts.put("code", Build.version() + " " + Build.revision());
    try {
      facts.put("schema", MAPPER.writeValueAsString(manifest.schema()));
      facts.put("scaler", MAPPER.writeValueAsString(manifest.scaler()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return facts;
  }

  /**
   * Reads the metadata of a file.
   *
   * @param file for messages
   */
  static ModelFacts read(Map<String, String> facts, String file) {
    if (!FORM.equals(facts.get("ergodic"))) {
      throw new InvalidInputException(
          file
              + ": no model of a training (form "
              + facts.getOrDefault("ergodic", "none")
              + "; this program reads form "
              + FORM
              + ")");
    }
    for (String name : NEEDED) {
      if (facts.get(name) == null) {
        throw new InvalidInputException(file + ": a damaged model: its metadata has no " + name);
      }
    }
    try {
      return new ModelFacts(
          facts.get("family"),
          facts.get("settings"),
          Integer.parseInt(facts.get("revision")),
          facts.get("task"),
          facts.get("taskSettings"),
          MAPPER.readValue(facts.get("schema"), Schema.class),
          MAPPER.readValue(facts.get("scaler"), Scaler.class));
    } catch (JsonProcessingException | RuntimeException broken) {
      throw new InvalidInputException(file + ": broken facts: " + broken.getMessage(), broken);
    }
  }
}
