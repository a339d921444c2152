package io.ergodic.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.WholeFile;
import java.io.IOException;
import java.util.Optional;
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
    byte[] json = mapper.writeValueAsBytes(row);
    WholeFile.write(fileSystem, file(row.system()), out -> out.write(json));
  }

  private Path file(String system) {
    return new Path(folder, system + ".json");
  }
}
