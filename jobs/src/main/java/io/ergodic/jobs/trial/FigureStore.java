package io.ergodic.jobs.trial;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.ArtefactSource;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.StoredFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The figures of an output folder's trials: {@code figures/HASH.json.gz}. They are most of what a
 * trial leaves behind, and a report shows few of them.
 */
public final class FigureStore implements ArtefactSource {
  private static final String SUFFIX = ".json.gz";

  private final StoredFolder folder;
  private final Consumer<String> told;

  public FigureStore(Path output, Configuration configuration) throws IOException {
    this(output, configuration, damage -> {});
  }

  /**
   * @param told of figures that are damaged: they are not shown, and the next run makes them again
   */
  public FigureStore(Path output, Configuration configuration, Consumer<String> told)
      throws IOException {
    this.told = told;
    this.folder = new StoredFolder(new Path(output, "figures"), configuration);
  }

  /** Writes the figures of a trial, whole or not at all; nothing where there are none. */
  public void write(String hash, List<Artefact> artefacts) throws IOException {
    if (!artefacts.isEmpty()) {
      folder.write(hash + SUFFIX, out -> ArtefactJson.write(artefacts, out));
    }
  }

  @Override
  public List<Artefact> of(TrialRecord trial) {
    String name = trial.trial() + SUFFIX;
    try {
      return folder.contains(name) ? read(name) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Artefact> read(String name) throws IOException {
    try {
      return ArtefactJson.read(
          new ByteArrayInputStream(folder.read(name)), folder.path(name).toString());
    } catch (InvalidInputException damaged) {
      told.accept(folder.setAside(name, damaged.getMessage()) + "; the next run makes it");
      return List.of();
    }
  }

  /** Whether there are figures of a trial. */
  public boolean contains(String hash) throws IOException {
    return folder.contains(hash + SUFFIX);
  }

  /** Hashes of the trials that there are figures of. */
  public Set<String> all() throws IOException {
    return folder.names().stream()
        .filter(name -> name.endsWith(SUFFIX) && !name.startsWith("."))
        .map(name -> name.substring(0, name.length() - SUFFIX.length()))
        .collect(Collectors.toSet());
  }
}
