package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trials whose data is nowhere: each has its error, by itself. */
class TrialSchedulerTest {
  @TempDir java.nio.file.Path folder;

  private SparkSession session;
  private JavaSparkContext spark;

  @BeforeEach
  void start() {
    session = LocalSpark.start(2);
    spark = JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  @AfterEach
  void stop() {
    session.close();
  }

  /** Told by the tasks: the files are taken away as soon as they are there. */
  @Test
  void everyTrialIsAnnouncedOnceWithoutReadingItsFile() throws IOException {
    List<TrialSpec> trials =
        IntStream.range(0, 100).mapToObj(seed -> Specs.trial("nvar", seed)).toList();
    List<TrialRecord> announced = run(trials, Duration.ofMinutes(1));
    assertThat(announced)
        .extracting(TrialRecord::seed)
        .containsExactlyInAnyOrderElementsOf(trials.stream().map(TrialSpec::seed).toList());
    assertThat(announced).allSatisfy(r -> assertThat(r.reason()).contains("no dataset here"));
    assertThat(folder.resolve("trials")).isEmptyDirectory();
    assertThat(tasks()).isLessThan(40);
  }

  /** No batch gets further than its first trial. */
  @Test
  void whatATaskHandsBackIsRunByAnother() throws IOException {
    List<TrialSpec> trials =
        IntStream.range(0, 40).mapToObj(seed -> Specs.trial("nvar", seed)).toList();
    assertThat(run(trials, Duration.ZERO))
        .extracting(TrialRecord::seed)
        .containsExactlyInAnyOrderElementsOf(trials.stream().map(TrialSpec::seed).toList());
    // And two for one of them, alone, which stands for the others of its kind.
    assertThat(tasks()).isEqualTo(40 + 2);
  }

  private int tasks() {
    return IntStream.of(spark.statusTracker().getJobIdsForGroup(null))
        .map(job -> spark.statusTracker().getJobInfo(job).stageIds()[0])
        .map(stage -> spark.statusTracker().getStageInfo(stage).numTasks())
        .sum();
  }

  @Test
  void oneConfigurationIsSentForAllJobs() {
    assertThat(SharedConfiguration.of(spark)).isSameAs(SharedConfiguration.of(spark));
    assertThat(SharedConfiguration.of(spark).value().value().get("fs.defaultFS"))
        .isEqualTo(spark.hadoopConfiguration().get("fs.defaultFS"));
  }

  private List<TrialRecord> run(List<TrialSpec> trials, Duration enough) throws IOException {
    List<TrialRecord> announced = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void finished(TrialRecord record) {
            java.nio.file.Path file = folder.resolve("trials").resolve(record.trial() + ".json");
            assertThat(file).exists();
            file.toFile().delete();
            announced.add(record);
          }

          @Override
          public void running(int tasks) {}

          @Override
          public void close() {}
        };
    new TrialScheduler(spark, new Path(folder.toUri()), enough).run(trials, trial -> 0, progress);
    assertThat(Files.exists(folder.resolve("models"))).isFalse();
    return announced;
  }
}
