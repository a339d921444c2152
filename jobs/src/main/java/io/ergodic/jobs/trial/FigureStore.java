package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.ArtefactSource;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.file.StoredFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The figures of an output folder's trials: {@code figures/HASH.json.gz}. They are most of what a
 * trial leaves behind, and a report shows few of them.
 */
public final class FigureStore implements ArtefactSource {
  private static final String SUFFIX = ".json.gz";

  private final StoredFolder folder;

  public FigureStore(Path output, Configuration configuration) throws IOException {
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
      return folder.contains(name)
          ? ArtefactJson.read(
              new ByteArrayInputStream(folder.read(name)), folder.path(name).toString())
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
