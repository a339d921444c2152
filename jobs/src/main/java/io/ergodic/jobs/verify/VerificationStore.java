package io.ergodic.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.jobs.file.StoredFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The finished systems of an output folder, one JSON file each. */
final class VerificationStore {
  private static final String SUFFIX = ".json";

  private final StoredFolder folder;
  private final Consumer<String> told;
  private final ObjectMapper mapper = new ObjectMapper();

  /**
   * @param told of rows that cannot be read
   */
  VerificationStore(Path output, Configuration configuration, Consumer<String> told)
      throws IOException {
    this.told = told;
    this.folder = new StoredFolder(new Path(output, "systems"), configuration);
  }

  /**
   * The stored row of a system, if it was computed under this key and stands with this budget. One
   * that cannot be read is put aside, so that it is computed again.
   */
  Optional<VerifiedSystem> read(String system, String key, double budget) throws IOException {
    String name = system + SUFFIX;
    if (!folder.contains(name)) {
      return Optional.empty();
    }
    try {
      String text = new String(folder.read(name), StandardCharsets.UTF_8);
      VerifiedSystem row = mapper.readValue(text, VerifiedSystem.class);
      return Optional.of(row).filter(found -> found.key().equals(key) && found.stands(budget));
    } catch (JsonProcessingException broken) {
      told.accept(folder.setAside(name, folder.path(name) + ": " + broken.getOriginalMessage()));
      return Optional.empty();
    }
  }

  /** Replaces the row of a system; a reader sees the old or the new one whole. */
  void write(VerifiedSystem row) throws IOException {
    byte[] json = mapper.writeValueAsBytes(row);
    folder.write(row.system() + SUFFIX, out -> out.write(json));
  }

  /** Deletes what killed writers have left. */
  void sweep() throws IOException {
    folder.sweep();
  }
}
