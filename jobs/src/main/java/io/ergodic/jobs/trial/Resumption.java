package io.ergodic.jobs.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.StoredFile;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.jobs.train.checkpoint.TrainingIdentity;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What {@code --resume} promises: that no training which was under way is begun anew because its
 * settings have changed. A trial goes on from its own checkpoints without being asked; those of the
 * same trial under other settings lie in another folder, found here by the trial's name.
 */
public final class Resumption {
  private static final String FILE = "trial.json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path output;
  private final FileSystem fileSystem;
  private final Configuration configuration;

  public Resumption(Path output, Configuration configuration) throws IOException {
    this.output = output;
    this.configuration = configuration;
    this.fileSystem = output.getFileSystem(configuration);
  }

  /** Folder of a trial's checkpoints. */
  static Path folder(Path output, TrialSpec spec) {
    return new Path(new Path(output, "averaging"), spec.hash());
  }

  /** Notes in a trial's folder which trial it is. */
  static void describe(Path folder, TrialSpec spec, Configuration configuration)
      throws IOException {
    byte[] note = MAPPER.writeValueAsBytes(Map.of("trial", spec.label()));
    StoredFile.write(
        folder.getFileSystem(configuration), new Path(folder, FILE), out -> out.write(note));
  }

  /**
   * Refuses when one of the trials to be run was under way with other settings.
   *
   * @param trials all of the suite
   * @param missing those of them that are not done
   * @throws InvalidInputException naming what differs, or that there is nothing to go on with
   */
  public void check(List<TrialSpec> trials, List<TrialSpec> missing) throws IOException {
    if (!fileSystem.exists(new Path(output, "suite.json"))) {
      throw new InvalidInputException("--resume: " + output + " holds no run to go on with");
    }
    Set<String> known = new TreeSet<>(new TrialStore(output, configuration).finished());
    trials.forEach(trial -> known.add(trial.hash()));
    Map<String, TrialSpec> byName =
        missing.stream()
            .filter(trial -> !trial.floor() && trial.system().averaging().isPresent())
            .collect(Collectors.toMap(TrialSpec::label, trial -> trial));
    for (Path other : folders()) {
      if (known.contains(other.getName()) || !fileSystem.exists(new Path(other, FILE))) {
        continue;
      }
      TrialSpec now = byName.get(name(other));
      if (now != null) {
        TrainingIdentity identity = AveragedTraining.identity(now);
        new Checkpoints(other, 1, configuration).last(identity);
      }
    }
  }

  private List<Path> folders() throws IOException {
    try {
      return List.of(fileSystem.listStatus(new Path(output, "averaging"))).stream()
          .map(FileStatus::getPath)
          .sorted()
          .toList();
    } catch (FileNotFoundException none) {
      return List.of();
    }
  }

  private String name(Path folder) throws IOException {
    try (var in = fileSystem.open(new Path(folder, FILE))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return MAPPER.readTree(text).path("trial").asText();
    } catch (JsonProcessingException damaged) {
      // Of no trial that is known: it is written again with the next one's checkpoints.
      return "";
    }
  }
}
