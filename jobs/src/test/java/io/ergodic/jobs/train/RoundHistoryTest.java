package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.train.round.WorkerCost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundHistoryTest {
  @TempDir Path folder;

  @Test
  void whatWasWrittenIsReadToTheSameBits() throws IOException {
    write(round(1, 0.1 + 0.2, null), round(2, 1e-9, 0.25));
    assertThat(read()).containsExactly(round(1, 0.1 + 0.2, null), round(2, 1e-9, 0.25));
  }

  @Test
  void aResumedTrainingReplacesTheRoundsItRepeats() throws IOException {
    write(round(1, 1, null), round(2, 2, null), round(3, 3, null), round(4, 4, null));
    write(round(3, 30, null));
    assertThat(read()).extracting(RoundRecord::loss).containsExactly(1.0, 2.0, 30.0);
  }

  @Test
  void aLineThatWasCutOffEndsItsFile() throws IOException {
    write(round(1, 1, null), round(2, 2, null));
    Path file = folder.resolve("rounds-000001.jsonl");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 40));
    assertThat(read()).containsExactly(round(1, 1, null));
  }

  @Test
  void aTrainingWithoutRoundsHasNone() throws IOException {
    assertThat(read()).isEmpty();
    assertThat(RoundHistory.read(path("none"), new Configuration())).isEmpty();
  }

  private void write(RoundRecord... rounds) throws IOException {
    try (RoundLines lines = new RoundLines(path(""), new Configuration())) {
      for (RoundRecord round : rounds) {
        lines.finished(round);
      }
    }
  }

  private List<RoundRecord> read() throws IOException {
    return RoundHistory.read(path(""), new Configuration());
  }

  private org.apache.hadoop.fs.Path path(String name) {
    return new org.apache.hadoop.fs.Path(folder.resolve(name).toUri());
  }

  private static RoundRecord round(int number, double loss, Double validation) {
    List<WorkerCost> workers = List.of(new WorkerCost(0, 1, 0.5, 7), new WorkerCost(1, 2, 0, 6));
    return new RoundRecord(
        number,
        8L * number,
        64,
        4,
        loss,
        validation,
        128,
        1e4,
        1,
        2,
        3,
        4,
        5,
        6,
        70,
        80,
        "cpu",
        9,
        workers);
  }
}
