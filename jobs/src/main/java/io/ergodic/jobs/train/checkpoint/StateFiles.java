package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.jobs.file.StoredFile;
import io.ergodic.jobs.train.TrainingState;
import io.ergodic.models.training.EpochLoss;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import java.util.zip.Checksum;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files of one checkpoint: {@code model.safetensors} with the parameters (trained ones, then
 * buffers), {@code training.safetensors} with all other vectors, {@code state.json} with the
 * numbers, the identity and the checksums of all three.
 */
final class StateFiles {
  private static final String MODEL = "model.safetensors";
  private static final String TRAINING = "training.safetensors";
  private static final String STATE = "state.json";
  private static final String OPTIMISER = "optimiser.";
  private static final String KEPT = "kept.";
  private static final String SUMS = "checksums";
  private static final String SUM = "checksum";

  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();

  StateFiles(FileSystem fileSystem) {
    this.fileSystem = fileSystem;
  }

  void write(
      Path folder, TrainingState state, int trainable, TrainingIdentity identity, double seconds)
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
    ObjectNode root = json(state, identity, seconds);
    ObjectNode sums = root.putObject(SUMS);
    sums.put(MODEL, write(new Path(folder, MODEL), model, metadata));
    sums.put(TRAINING, write(new Path(folder, TRAINING), training, metadata));
    root.put(SUM, sum(root));
    byte[] text = mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    StoredFile.write(fileSystem, new Path(folder, STATE), out -> out.write(text));
  }

  /** Writes vectors; the checksum of the file. */
  private String write(Path file, Map<String, float[]> vectors, Map<String, String> metadata)
      throws IOException {
    Checksum sum = new CRC32C();
    StoredFile.write(
        fileSystem,
        file,
        out -> Safetensors.write(vectors, metadata, new CheckedOutputStream(out, sum)));
    return Long.toHexString(sum.getValue());
  }

  private String sum(ObjectNode root) throws JsonProcessingException {
    Checksum sum = new CRC32C();
    sum.update(mapper.writeValueAsBytes(root));
    return Long.toHexString(sum.getValue());
  }

  private ObjectNode json(TrainingState state, TrainingIdentity identity, double seconds) {
    ObjectNode root = mapper.createObjectNode();
    root.put("stage", state.stage());
    root.put("round", state.round());
    root.put("step", state.step());
    root.put("seconds", seconds);
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

  /**
   * The numbers and the identity of a checkpoint.
   *
   * @throws DamagedFileException when they are not those that were written
   */
  JsonNode json(Path folder) throws IOException {
    Path file = new Path(folder, STATE);
    try (var in = fileSystem.open(file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (mapper.readTree(text) instanceof ObjectNode root) {
        JsonNode sum = root.remove(SUM);
        if (sum != null && sum.asText().equals(sum(root))) {
          return root;
        }
      }
      throw new DamagedFileException(file + ": not what was written there");
    } catch (JsonProcessingException | ChecksumException | FileNotFoundException broken) {
      throw new DamagedFileException(file + ": " + broken.getMessage(), broken);
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
    Map<String, float[]> model = tensors(new Path(folder, MODEL), root);
    Map<String, float[]> training = tensors(new Path(folder, TRAINING), root);
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

  private Map<String, float[]> tensors(Path file, JsonNode root) throws IOException {
    Checksum sum = new CRC32C();
    try (var in = new CheckedInputStream(fileSystem.open(file), sum)) {
      long size = fileSystem.getFileStatus(file).getLen();
      Map<String, float[]> vectors = Safetensors.read(in, size, file.toString()).vectors();
      if (!Long.toHexString(sum.getValue()).equals(root.path(SUMS).path(file.getName()).asText())) {
        throw new DamagedFileException(file + ": not what was written there");
      }
      return vectors;
    } catch (InvalidInputException | ChecksumException | FileNotFoundException broken) {
      throw new DamagedFileException(broken.getMessage(), broken);
    }
  }

  private static float[] required(Map<String, float[]> tensors, String name, Path folder) {
    float[] values = tensors.get(name);
    if (values == null) {
      throw new DamagedFileException(folder + ": incomplete: no vector '" + name + "'");
    }
    return values;
  }
}
