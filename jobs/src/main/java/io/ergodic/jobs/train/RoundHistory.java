package io.ergodic.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Reads the files of {@link RoundLines} from all runs of a training. */
public final class RoundHistory {
  private static final ObjectReader READER = new ObjectMapper().readerFor(RoundRecord.class);

  private RoundHistory() {}

  /**
   * Returns the rounds of a training in order; none when the folder has no files. From its first
   * round on, a file replaces the rounds of earlier files.
   */
  public static List<RoundRecord> read(Path folder, Configuration configuration)
      throws IOException {
    FileSystem fileSystem = folder.getFileSystem(configuration);
    Map<Integer, Path> files = new TreeMap<>();
    try {
      for (FileStatus status : fileSystem.listStatus(folder)) {
        String name = status.getPath().getName();
        if (name.matches("rounds-\\d+\\.jsonl")) {
          files.put(Integer.parseInt(name.replaceAll("\\D", "")), status.getPath());
        }
      }
    } catch (FileNotFoundException none) {
      return List.of();
    }
    TreeMap<Integer, RoundRecord> rounds = new TreeMap<>();
    for (Map.Entry<Integer, Path> file : files.entrySet()) {
      rounds.tailMap(file.getKey(), true).clear();
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(fileSystem.open(file.getValue()), StandardCharsets.UTF_8))) {
        add(lines, rounds);
      }
    }
    return List.copyOf(rounds.values());
  }

  /** Stops at an incomplete line: the driver was killed while it wrote the line. */
  private static void add(BufferedReader lines, Map<Integer, RoundRecord> rounds)
      throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      try {
        RoundRecord round = READER.readValue(line);
        rounds.put(round.round(), round);
      } catch (JsonProcessingException cut) {
        return;
      }
    }
  }
}
