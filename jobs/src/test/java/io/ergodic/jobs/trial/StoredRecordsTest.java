package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRecordsTest {
  private static final TrialRecord RECORD = Specs.record("nvar", 1, 0.25, Double.NaN);

  @TempDir Path folder;

  private TrialStore store;

  @BeforeEach
  void open() throws IOException {
    store = new TrialStore(new org.apache.hadoop.fs.Path(folder.toUri()), new Configuration(false));
    store.write(RECORD);
  }

  /** The record's file is spoilt behind the index's back: same size, same time. */
  @Test
  void withAnIndexNoRecordIsOpened() throws IOException {
    records().settleAfter(RECORD.trial());
    FileTime time = Files.getLastModifiedTime(file());
    Files.write(file(), new byte[(int) Files.size(file())]);
    Files.setLastModifiedTime(file(), time);
    TrialRecord read = records().records.get(RECORD.trial());
    assertThat(TrialJson.toJson(read)).isEqualTo(TrialJson.toJson(RECORD));
    assertThatThrownBy(() -> store.read(RECORD.trial())).isInstanceOf(InvalidInputException.class);
  }

  @Test
  void aRecordThatHasChangedSinceIsReadAnew() throws IOException {
    records().settleAfter(RECORD.trial());
    Files.delete(file());
    store.write(Specs.record("nvar", 1, 77.5, Double.NaN));
    assertThat(records().records.get(RECORD.trial()).value("d_stsp")).isEqualTo(77.5);
    records().settleAfter(RECORD.trial());
    assertThat(records().records.get(RECORD.trial()).value("d_stsp")).isEqualTo(77.5);
  }

  /** As a killed run, another build or a full disk leaves it. */
  @Test
  void anIndexThatIsNoneCostsNothingButTime() throws IOException {
    records().settleAfter(RECORD.trial());
    String whole = Files.readString(index());
    TrialRecord other = Specs.record("nvar", 2, 0.5, 0.5);
    store.write(other);
    for (String text :
        List.of(
            "",
            "rubbish\n" + whole,
            whole.substring(0, whole.length() / 2),
            whole.replace("{", "{{"),
            whole.replaceAll("(?m)^(\\p{XDigit}{24}) \\d+ ", "$1 x "),
            whole.replaceAll("(?m)^(\\p{XDigit}{24}) \\d+ ", "$1 "),
            whole.replace("\"scores\"", "\"stores"),
            whole)) {
      Files.writeString(index(), text);
      StoredRecords records = records().records;
      assertThat(records.finished()).containsExactlyInAnyOrder(RECORD.trial(), other.trial());
      assertThat(records.get(RECORD.trial()).value("d_stsp")).isEqualTo(0.25);
      assertThat(records.get(other.trial()).value("d_stsp")).isEqualTo(0.5);
    }
  }

  @Test
  void whatTheRunIsToldOfIsNotReadFromDisk() throws IOException {
    StoredRecords records = records().records;
    TrialRecord told = Specs.record("nvar", 3, 0.125, 1);
    store.write(told);
    try (Progress progress = records.gathering(new ConsoleProgress(System.out, 1, false))) {
      progress.finished(told);
    }
    records.settle();
    assertThat(records.get(told.trial())).isSameAs(told);
    assertThat(Files.readString(index())).contains(told.trial());
    store.remove(told.trial());
    records.settle();
    assertThat(records.contains(told.trial())).isFalse();
    assertThat(store.finished()).containsExactly(RECORD.trial());
  }

  private record Opened(StoredRecords records) {
    void settleAfter(String hash) throws IOException {
      records.get(hash);
      records.settle();
    }
  }

  private Opened records() throws IOException {
    return new Opened(new StoredRecords(store));
  }

  private Path file() {
    return folder.resolve("trials").resolve(RECORD.trial() + ".json");
  }

  private Path index() {
    return folder.resolve("trials/.index.jsonl");
  }
}
