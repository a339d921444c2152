package io.ergodic.jobs.transport.standing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.RemoteTask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** In one process; {@code FaultsIT} has a cluster and kills its executors. */
@Timeout(60)
class TaskPoolTest {
  private static final AtomicInteger ERRORS = new AtomicInteger();
  private static final CountDownLatch BOTH = new CountDownLatch(2);

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

  private static <R> PlacedTask<R> task(RemoteTask<R> work) {
    return new PlacedTask<>(work, null);
  }

  @Test
  void theSameSparkTasksRunBatchAfterBatch() throws IOException {
    List<Long> sparkTasks = new ArrayList<>();
    try (TaskPool pool = new TaskPool(spark, 2, Optional.empty())) {
      for (int batch = 0; batch < 50; batch++) {
        int first = 10 * batch;
        List<PlacedTask<Integer>> tasks =
            IntStream.range(first, first + 7).mapToObj(k -> task(() -> k * k)).toList();
        assertThat(pool.run(tasks))
            .isEqualTo(IntStream.range(first, first + 7).map(k -> k * k).boxed().toList());
        sparkTasks.addAll(pool.run(List.of(task(() -> TaskContext.get().taskAttemptId()))));
      }
    }
    assertThat(sparkTasks.stream().distinct().count()).isBetween(1L, 2L);
  }

  @Test
  void runnersRunTasksAtTheSameTime() throws IOException {
    RemoteTask<Boolean> meet =
        () -> {
          BOTH.countDown();
          return BOTH.await(30, TimeUnit.SECONDS);
        };
    try (TaskPool pool = new TaskPool(spark, 2, Optional.empty())) {
      assertThat(pool.run(List.of(task(meet), task(meet)))).containsExactly(true, true);
    }
  }

  @Test
  void moreRunnersThanCoresAndEmptyBatchesAreAllowed() throws IOException {
    try (TaskPool pool = new TaskPool(spark, 9, Optional.empty())) {
      assertThat(pool.run(List.<PlacedTask<String>>of())).isEmpty();
      assertThat(pool.run(List.of(task(() -> "done")))).containsExactly("done");
    }
  }

  /** The pool's tasks occupy all cores while the driver runs another job. */
  @Test
  void anIdlePoolReleasesItsCores() throws IOException {
    try (TaskPool pool = new TaskPool(spark, 2, Optional.empty())) {
      for (int batch = 0; batch < 2; batch++) {
        assertThat(pool.run(List.of(task(() -> 1), task(() -> 2)))).containsExactly(1, 2);
        assertThat(spark.parallelize(List.of(1, 2, 3, 4), 4).count()).isEqualTo(4);
      }
    }
  }

  /** A local master gives every task one attempt. */
  @Test
  void anExceptionOfATaskFailsTheBatchAndNotThePool() throws IOException {
    try (TaskPool pool = new TaskPool(spark, 2, Optional.empty())) {
      PlacedTask<Integer> bad =
          task(
              () -> {
                throw new IllegalStateException("outer", new IOException("no such shard"));
              });
      assertThatThrownBy(() -> pool.run(List.of(task(() -> 1), bad)))
          .isInstanceOf(IOException.class)
          .hasMessage("java.io.IOException: no such shard");
      assertThat(pool.run(List.of(task(() -> 2)))).containsExactly(2);
    }
  }

  /** An error fails the Spark job; the pool starts it again as long as tasks are completed. */
  @Test
  void anErrorRestartsTheJobWhileTasksAreCompleted() throws IOException {
    try (TaskPool pool = new TaskPool(spark, 2, Optional.empty())) {
      assertThat(pool.run(List.of(task(() -> 0)))).containsExactly(0);
      PlacedTask<Integer> once =
          task(
              () -> {
                if (ERRORS.getAndIncrement() == 0) {
                  throw new LinkageError("no library");
                }
                return 1;
              });
      assertThat(pool.run(List.of(once))).containsExactly(1);
      PlacedTask<Integer> always =
          task(
              () -> {
                throw new LinkageError("no library");
              });
      assertThatThrownBy(() -> pool.run(List.of(always)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no library");
    }
  }
}
