package io.ergodic.jobs.ml;

import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.jobs.file.StoredFolder;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.models.content.Contents;
import io.ergodic.models.learner.Weights;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A fitted model as a file of weights with all facts that are needed to use it, in memory: what
 * executors are sent and what is saved.
 *
 * @param safetensors content of the file
 * @param files contents that its settings name
 */
record FittedFile(byte[] safetensors, ArrayList<byte[]> files) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final String NAME = "model.safetensors";
  private static final String FOLDER = "models";

  static FittedFile of(Weights weights, Map<String, String> facts, List<byte[]> files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ModelStore.write(weights, facts, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new FittedFile(out.toByteArray(), new ArrayList<>(files));
  }

  /** The model, described and ready to be restored. */
  StoredModel stored() {
    files.forEach(Contents::put);
    try {
      ByteArrayInputStream in = new ByteArrayInputStream(safetensors);
      return StoredModel.of(Safetensors.read(in, safetensors.length, NAME), NAME);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Writes it as the output of a suite has it, so that {@code ergodic predict} can read it. */
  void write(Path folder, Configuration configuration) throws IOException {
    new StoredFolder(new Path(folder, FOLDER), configuration)
        .write(NAME, out -> out.write(safetensors));
    files.forEach(Contents::put);
    new ContentFolder(folder, configuration).store(stored().facts().settings());
  }

  static FittedFile read(Path folder, Configuration configuration) throws IOException {
    byte[] content = new StoredFolder(new Path(folder, FOLDER), configuration).read(NAME);
    FittedFile alone = new FittedFile(content, new ArrayList<>());
    String settings =
        Safetensors.read(new ByteArrayInputStream(content), content.length, NAME)
            .metadata()
            .get("settings");
    new ContentFolder(folder, configuration).fetch(settings);
    return new FittedFile(alone.safetensors(), new ArrayList<>(ContentFolder.held(settings)));
  }
}
