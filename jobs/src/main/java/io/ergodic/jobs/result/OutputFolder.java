package io.ergodic.jobs.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.datasets.storage.WriteSteps;
import io.ergodic.jobs.file.StoredFile;
import io.ergodic.jobs.file.StoredFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The folder of a suite's results. It belongs to one suite, named in its {@code suite.json}. */
public final class OutputFolder {
  private static final String FILE = "suite.json";
  private static final String WAY_OUT = "; run the suite again, which makes it anew";

  /** The folders that files are written into, this one itself among them. */
  private static final List<String> WRITTEN_INTO =
      List.of("", "trials", "models", "figures", "report");

  private final Path path;
  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();

  public OutputFolder(String folder, Configuration configuration) throws IOException {
    Path given = new Path(folder);
    this.fileSystem = given.getFileSystem(configuration);
    this.path = fileSystem.makeQualified(given);
  }

  /** Absolute, with its file system. */
  public Path path() {
    return path;
  }

  /**
   * Takes the folder for a suite: a new or empty one, or one the same suite has used before. One
   * whose description is damaged has been some suite's; what is in it is found by its content.
   */
  public void claim(String suite) throws IOException {
    if (!fileSystem.exists(path)) {
      WriteSteps.reach("make folder", path);
      if (!fileSystem.mkdirs(path)) {
        throw new IOException("cannot make this folder");
      }
      return;
    }
    if (!fileSystem.getFileStatus(path).isDirectory()) {
      throw new InvalidInputException("--out " + path + ": is a file, not a folder");
    }
    if (fileSystem.exists(file())) {
      String owner = owner(suite);
      if (!owner.equals(suite)) {
        throw new InvalidInputException(
            "--out "
                + path
                + ": belongs to suite '"
                + owner
                + "', not to '"
                + suite
                + "'; choose another folder");
      }
      return;
    }
    // A run that was killed before its first description has left hidden files only.
    FileStatus[] present = fileSystem.listStatus(path, file -> !file.getName().startsWith("."));
    if (present.length > 0) {
      throw new InvalidInputException(
          "--out "
              + path
              + ": is no output folder of a suite, but is not empty ("
              + present[0].getPath().getName()
              + ", ...); choose another folder");
    }
  }

  private String owner(String suite) throws IOException {
    try {
      return read().path("name").asText();
    } catch (DamagedFileException damaged) {
      return suite;
    }
  }

  /**
   * Puts the folder in order for a run that has it to itself: deletes what killed runs have left
   * half written, and sets a damaged description aside.
   *
   * @param told of what was damaged
   */
  public void tidy(Configuration configuration, Consumer<String> told) throws IOException {
    for (String name : WRITTEN_INTO) {
      new StoredFolder(name.isEmpty() ? path : new Path(path, name), configuration).sweep();
    }
    Path averaging = new Path(path, "averaging");
    for (String training : new StoredFolder(averaging, configuration).names()) {
      new StoredFolder(new Path(averaging, training), configuration).sweep();
    }
    try {
      if (fileSystem.exists(file())) {
        read();
      }
    } catch (DamagedFileException damaged) {
      told.accept(new StoredFolder(path, configuration).setAside(FILE, damaged.getMessage()));
    }
  }

  /**
   * Writes what the folder holds: the suite, its trials in order, provenance.
   *
   * @return the text that was written
   */
  public String describe(
      String name, String resolved, List<TrialView> trials, Map<String, String> provenance)
      throws IOException {
    ObjectNode root = mapper.createObjectNode();
    root.put("name", name);
    root.set("suite", mapper.readTree(resolved));
    root.set("trials", mapper.valueToTree(trials));
    ObjectNode facts = root.putObject("provenance");
    provenance.forEach(facts::put);
    String text = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StoredFile.write(fileSystem, file(), out -> out.write(bytes));
    return text;
  }

  /** The resolved suite the folder was made by, as JSON. */
  public String suite() throws IOException {
    return mapper.writeValueAsString(read().path("suite"));
  }

  /** The trials of the suite's last run, in order. */
  public List<TrialView> trials() throws IOException {
    List<TrialView> trials = new ArrayList<>();
    for (JsonNode trial : read().path("trials")) {
      if (!trial.isObject()) {
        throw new InvalidInputException(
            path + ": was written by an earlier build; run its suite into another folder");
      }
      try {
        trials.add(mapper.treeToValue(trial, TrialView.class));
      } catch (JsonProcessingException broken) {
        throw new DamagedFileException(
            file() + ": broken: " + broken.getOriginalMessage() + WAY_OUT, broken);
      }
    }
    return trials;
  }

  /** What the last run said of where its results came from, in the order it is to be shown. */
  public Map<String, String> provenance() throws IOException {
    Map<String, String> facts = new LinkedHashMap<>();
    read()
        .path("provenance")
        .fields()
        .forEachRemaining(e -> facts.put(e.getKey(), e.getValue().asText()));
    return facts;
  }

  private JsonNode read() throws IOException {
    if (!fileSystem.exists(file())) {
      throw new InvalidInputException(path + ": no output folder of a suite (no " + FILE + ")");
    }
    try (var stream = fileSystem.open(file())) {
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      JsonNode root = mapper.readTree(text);
      if (root.path("name").isTextual() && root.path("trials").isArray()) {
        return root;
      }
      throw new DamagedFileException(file() + ": no description of a suite" + WAY_OUT);
    } catch (JsonProcessingException broken) {
      throw new DamagedFileException(
          file() + ": broken: " + broken.getOriginalMessage() + WAY_OUT, broken);
    } catch (ChecksumException broken) {
      throw new DamagedFileException(file() + ": broken: " + broken.getMessage() + WAY_OUT, broken);
    }
  }

  private Path file() {
    return new Path(path, FILE);
  }
}
