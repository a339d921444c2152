package io.ergodic.jobs.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.jobs.testing.LocalSpark;
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
class CrewTest {
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

  private static <R> Errand<R> errand(Work<R> work) {
    return new Errand<>(work, null);
  }

  @Test
  void batchAfterBatchIsDoneByTheSameTasks() throws IOException {
    List<Long> tasks = new ArrayList<>();
    try (Crew crew = new Crew(spark, 2, Optional.empty())) {
      for (int batch = 0; batch < 50; batch++) {
        int first = 10 * batch;
        List<Errand<Integer>> errands =
            IntStream.range(first, first + 7).mapToObj(k -> errand(() -> k * k)).toList();
        assertThat(crew.run(errands))
            .isEqualTo(IntStream.range(first, first + 7).map(k -> k * k).boxed().toList());
        tasks.addAll(crew.run(List.of(errand(() -> TaskContext.get().taskAttemptId()))));
      }
    }
    assertThat(tasks.stream().distinct().count()).isBetween(1L, 2L);
  }

  @Test
  void membersWorkAtTheSameTime() throws IOException {
    Work<Boolean> meet =
        () -> {
          BOTH.countDown();
          return BOTH.await(30, TimeUnit.SECONDS);
        };
    try (Crew crew = new Crew(spark, 2, Optional.empty())) {
      assertThat(crew.run(List.of(errand(meet), errand(meet)))).containsExactly(true, true);
    }
  }

  @Test
  void moreMembersThanCoresAndNothingToDoAreNoTrouble() throws IOException {
    try (Crew crew = new Crew(spark, 9, Optional.empty())) {
      assertThat(crew.run(List.<Errand<String>>of())).isEmpty();
      assertThat(crew.run(List.of(errand(() -> "done")))).containsExactly("done");
    }
  }

  /** Whose tasks hold all cores, while the driver wants a job of another kind done. */
  @Test
  void aCrewWithNothingToDoMakesRoom() throws IOException {
    try (Crew crew = new Crew(spark, 2, Optional.empty())) {
      for (int batch = 0; batch < 2; batch++) {
        assertThat(crew.run(List.of(errand(() -> 1), errand(() -> 2)))).containsExactly(1, 2);
        assertThat(spark.parallelize(List.of(1, 2, 3, 4), 4).count()).isEqualTo(4);
      }
    }
  }

  /** A local master gives every task one attempt. */
  @Test
  void anExceptionOfAnErrandIsTheCrewsAndTheCrewGoesOn() throws IOException {
    try (Crew crew = new Crew(spark, 2, Optional.empty())) {
      Errand<Integer> bad =
          errand(
              () -> {
                throw new IllegalStateException("outer", new IOException("no such shard"));
              });
      assertThatThrownBy(() -> crew.run(List.of(errand(() -> 1), bad)))
          .isInstanceOf(IOException.class)
          .hasMessage("java.io.IOException: no such shard");
      assertThat(crew.run(List.of(errand(() -> 2)))).containsExactly(2);
    }
  }

  /** An error ends the task and so the job, which is started again as long as work gets done. */
  @Test
  void anErrorIsNoEndWhileWorkGetsDone() throws IOException {
    try (Crew crew = new Crew(spark, 2, Optional.empty())) {
      assertThat(crew.run(List.of(errand(() -> 0)))).containsExactly(0);
      Errand<Integer> once =
          errand(
              () -> {
                if (ERRORS.getAndIncrement() == 0) {
                  throw new LinkageError("no library");
                }
                return 1;
              });
      assertThat(crew.run(List.of(once))).containsExactly(1);
      Errand<Integer> always =
          errand(
              () -> {
                throw new LinkageError("no library");
              });
      assertThatThrownBy(() -> crew.run(List.of(always)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("no library");
    }
  }
}
