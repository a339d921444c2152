package io.ergodic.jobs.transport.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.RemoteTask;
import io.ergodic.jobs.transport.SharedValue;
import io.ergodic.jobs.transport.TransportSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JobSessionTest {
  private static SparkSession session;
  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
    spark = JavaSparkContext.fromSparkContext(session.sparkContext());
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private static TransportSession open() {
    return new JobTransport().open(spark, 2, Optional.empty());
  }

  private static <R> PlacedTask<R> task(RemoteTask<R> task) {
    return new PlacedTask<>(task, null);
  }

  @Test
  void resultsComeInTheOrderOfTheTasks() throws IOException {
    try (TransportSession jobs = open()) {
      List<PlacedTask<Integer>> tasks =
          IntStream.range(0, 7).mapToObj(k -> task(() -> k * k)).toList();
      assertThat(jobs.run(tasks)).containsExactly(0, 1, 4, 9, 16, 25, 36);
      assertThat(jobs.run(List.of(task(() -> null)))).containsExactly((Object) null);
      assertThat(jobs.run(List.<PlacedTask<Integer>>of())).isEmpty();
    }
  }

  @Test
  void tasksReadTheValueThatWasSharedLast() throws IOException {
    try (TransportSession jobs = open()) {
      for (String text : List.of("first", "second")) {
        SharedValue<String> shared = jobs.share(text);
        assertThat(jobs.run(List.of(task(shared::get), task(() -> "no")))).contains(text);
      }
    }
  }

  @Test
  void anExceptionOfATaskFailsTheBatchAndNotTheSession() throws IOException {
    try (TransportSession jobs = open()) {
      PlacedTask<Integer> bad =
          task(
              () -> {
                throw new IllegalStateException("outer", new IOException("no such shard"));
              });
      assertThatThrownBy(() -> jobs.run(List.of(task(() -> 1), bad)))
          .isInstanceOf(IOException.class)
          .hasMessage("java.io.IOException: no such shard");
      assertThat(jobs.run(List.of(task(() -> 2)))).containsExactly(2);
    }
  }

  @Test
  void executorsKeepNoBlocks() {
    try (TransportSession jobs = open()) {
      assertThat(jobs.blocks()).isEmpty();
      assertThat(jobs.hasBlocks("driver")).isFalse();
      assertThat(jobs.parallelism()).isEqualTo(2);
    }
  }
}
