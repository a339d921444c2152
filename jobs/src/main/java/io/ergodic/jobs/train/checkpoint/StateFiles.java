package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.jobs.train.TrainingState;
import io.ergodic.models.training.EpochLoss;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of one checkpoint: {@code model.safetensors} with the parameters (trained ones, then
 * buffers), {@code training.safetensors} with all other vectors, {@code state.json} with the
 * numbers and the identity.
 */
final class StateFiles {
  private static final String MODEL = "model.safetensors";
  private static final String TRAINING = "training.safetensors";
  private static final String STATE = "state.json";
  private static final String OPTIMISER = "optimiser.";
  private static final String KEPT = "kept.";

  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();

  StateFiles(FileSystem fileSystem) {
    this.fileSystem = fileSystem;
  }

  void write(Path folder, TrainingState state, int trainable, TrainingIdentity identity)
      throws IOException {
    Map<String, String> metadata = new TreeMap<>();
    metadata.put("format", "ergodic");
    metadata.put("round", String.valueOf(state.round()));
    metadata.put("identity", identity.hash());
    Map<String, float[]> model = new LinkedHashMap<>();
    model.put("parameters", Arrays.copyOf(state.parameters(), trainable));
    model.put(
        "buffers", Arrays.copyOfRange(state.parameters(), trainable, state.parameters().length));
    Map<String, float[]> training = new LinkedHashMap<>();
    for (int worker = 0; worker < state.states().size(); worker++) {
      training.put(OPTIMISER + worker, state.states().get(worker));
    }
    for (int worker = 0; worker < state.kept().size(); worker++) {
      training.put(KEPT + worker, state.kept().get(worker));
    }
    training.put("outer", state.outer());
    if (state.best().parameters() != null) {
      training.put("best", state.best().parameters());
    }
    try (OutputStream out = fileSystem.create(new Path(folder, MODEL))) {
      Safetensors.write(model, metadata, out);
    }
    try (OutputStream out = fileSystem.create(new Path(folder, TRAINING))) {
      Safetensors.write(training, metadata, out);
    }
    try (OutputStream out = fileSystem.create(new Path(folder, STATE))) {
      out.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json(state, identity)));
    }
  }

  private ObjectNode json(TrainingState state, TrainingIdentity identity) {
    ObjectNode root = mapper.createObjectNode();
    root.put("stage", state.stage());
    root.put("round", state.round());
    root.put("step", state.step());
    root.put("epochSum", state.epochSum());
    root.put("bestLoss", state.best().loss());
    root.put("worse", state.best().worse());
    root.put("validation", state.lastValidation());
    root.put("identityHash", identity.hash());
    ObjectNode facts = root.putObject("identity");
    identity.facts().forEach(facts::put);
    ArrayNode curve = root.putArray("curve");
    for (EpochLoss loss : state.curve()) {
      curve.addArray().add(loss.epoch()).add(loss.training()).add(loss.validation());
    }
    return root;
  }

  JsonNode json(Path folder) throws IOException {
    try (var in = fileSystem.open(new Path(folder, STATE))) {
      return mapper.readTree(in.readAllBytes());
    }
  }

  /** The identity of the training that wrote the checkpoint. */
  TrainingIdentity identity(JsonNode root) {
    Map<String, String> facts = new TreeMap<>();
    root.path("identity")
        .fields()
        .forEachRemaining(f -> facts.put(f.getKey(), f.getValue().asText()));
    return new TrainingIdentity(facts);
  }

  TrainingState read(Path folder, JsonNode root) throws IOException {
    Map<String, float[]> model = tensors(new Path(folder, MODEL));
    Map<String, float[]> training = tensors(new Path(folder, TRAINING));
    float[] trained = required(model, "parameters", folder);
    float[] buffers = required(model, "buffers", folder);
    float[] parameters = Arrays.copyOf(trained, trained.length + buffers.length);
    System.arraycopy(buffers, 0, parameters, trained.length, buffers.length);
    List<EpochLoss> curve = new ArrayList<>();
    for (JsonNode point : root.path("curve")) {
      curve.add(new EpochLoss(point.path(0).asInt(), number(point.path(1)), number(point.path(2))));
    }
    return new TrainingState(
        root.path("stage").asInt(),
        root.path("round").asInt(),
        root.path("step").asLong(),
        parameters,
        numbered(training, OPTIMISER),
        numbered(training, KEPT),
        required(training, "outer", folder),
        number(root.path("epochSum")),
        List.copyOf(curve),
        new TrainingState.Best(
            training.get("best"), number(root.path("bestLoss")), root.path("worse").asInt()));
  }

  private static List<float[]> numbered(Map<String, float[]> tensors, String prefix) {
    List<float[]> all = new ArrayList<>();
    while (tensors.containsKey(prefix + all.size())) {
      all.add(tensors.get(prefix + all.size()));
    }
    return List.copyOf(all);
  }

  /** Reads a number; NaN and infinity are strings, because JSON has no literals for them. */
  static double number(JsonNode node) {
    return Double.parseDouble(node.asText());
  }

  private Map<String, float[]> tensors(Path file) throws IOException {
    try (var in = fileSystem.open(file)) {
      return Safetensors.read(in, file.toString()).vectors();
    }
  }

  private static float[] required(Map<String, float[]> tensors, String name, Path folder) {
    float[] values = tensors.get(name);
    if (values == null) {
      throw new InvalidInputException(folder + ": incomplete: no vector '" + name + "'");
    }
    return values;
  }
}
