package io.ergodic.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The finished systems of an output folder, one JSON file each. */
final class VerificationStore {
  private final Path folder;
  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();

  VerificationStore(Path output, Configuration configuration) throws IOException {
    this.folder = new Path(output, "systems");
    this.fileSystem = folder.getFileSystem(configuration);
  }

  /** The stored row of a system, if it was computed under this key and stands with this budget. */
  Optional<VerifiedSystem> read(String system, String key, double budget) throws IOException {
    Path file = file(system);
    if (!fileSystem.exists(file)) {
      return Optional.empty();
    }
    try (var stream = fileSystem.open(file)) {
      VerifiedSystem row = mapper.readValue(stream.readAllBytes(), VerifiedSystem.class);
      return Optional.of(row).filter(found -> found.key().equals(key) && found.stands(budget));
    } catch (JsonProcessingException broken) {
      throw new InvalidInputException(file + ": broken: " + broken.getOriginalMessage(), broken);
    }
  }

  /** Replaces the row of a system; a reader sees the old or the new one whole. */
  void write(VerifiedSystem row) throws IOException {
    write(file(row.system()), mapper.writeValueAsString(row));
  }

  private Path file(String system) {
    return new Path(folder, system + ".json");
  }

  private void write(Path file, String text) throws IOException {
    Path hidden = new Path(file.getParent(), "." + file.getName() + "." + UUID.randomUUID());
    try (var stream = fileSystem.create(hidden)) {
      stream.write(text.getBytes(StandardCharsets.UTF_8));
    }
    fileSystem.delete(file, false);
    if (!fileSystem.rename(hidden, file)) {
      throw new IOException("cannot rename " + hidden + " to " + file);
    }
  }
}
