package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Averaging on a standalone cluster whose executors are killed and halted in the middle of rounds
 * and whose driver is killed between them: the bits are those of one thread left in peace. Other
 * systems than Linux have no loopback addresses but 127.0.0.1.
 */
@EnabledOnOs(LINUX)
class FaultsIT {
  private static final int EXECUTORS = 2;

  @TempDir Path folder;

  @Test
  void whateverIsKilledTheBitsAreTheSame() throws Exception {
    AveragedRun.Bits peace = peace(3);
    try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("cluster"), EXECUTORS)) {
      assertThat(disturbed(cluster, "disturbed", 3, 1)).isEqualTo(peace);
    }
  }

  /** The model is small, but treated as a large one: what is killed then takes vectors with it. */
  @Test
  void whateverIsKilledLargeModelsHaveTheSameBits() throws Exception {
    String averaging = "systems.averaged.averaging.";
    String[] large = {
      "--set", averaging + "reduction.slicedAbove=1",
      "--set", averaging + "reduction.slice=100",
      "--set", averaging + "optimiserState=average",
      "--set", averaging + "outer.name=mean",
      "--conf", "spark.ergodic.training.fetchTimeout=2s"
    };
    AveragedRun.Bits peace = peace(3, large);
    try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("cluster"), EXECUTORS)) {
      assertThat(disturbed(cluster, "disturbed", 3, 2, large)).isEqualTo(peace);
    }
  }

  /** Three repeats each, disturbed at other moments: {@code mvn verify -Pall}. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8})
  void everyNumberOfWorkersGivesTheSameBitsOnEveryRepeat(int workers) throws Exception {
    AveragedRun.Bits peace = peace(workers);
    try (LoopbackCluster cluster = new LoopbackCluster(folder.resolve("cluster"), EXECUTORS)) {
      for (int repeat = 0; repeat < 3; repeat++) {
        assertThat(disturbed(cluster, "repeat-" + repeat, workers, 100 * workers + repeat))
            .isEqualTo(peace);
      }
    }
  }

  private AveragedRun.Bits peace(int workers, String... more)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>(List.of("--master", "local[1]"));
    options.addAll(List.of(more));
    AveragedRun run = new AveragedRun(folder, "peace", workers, options.toArray(String[]::new));
    assertThat(run.failure()).isNull();
    return run.bits();
  }

  /** Halts one executor, kills two and then the driver, each at a random moment of a round. */
  private AveragedRun.Bits disturbed(
      LoopbackCluster cluster, String out, int workers, long seed, String... more)
      throws IOException, InterruptedException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    AveragedRun first = new AveragedRun(folder, out, workers, options(cluster, more));
    first.awaitRound(1);
    ProcessHandle halted = pick(cluster, random);
    LoopbackCluster.signal("STOP", halted);
    try {
      // Only speculation takes the halted task's round to its end.
      first.awaitRound(4);
    } finally {
      LoopbackCluster.signal("CONT", halted);
    }
    for (int round : new int[] {5, 7}) {
      first.awaitRound(round);
      Thread.sleep(random.nextInt(150));
      pick(cluster, random).destroyForcibly();
    }
    first.awaitRound(8);
    Thread.sleep(random.nextInt(150));
    first.kill();
    assertThat(folder.resolve(out).resolve("results.csv")).doesNotExist();

    List<String> resumed = new ArrayList<>(List.of(more));
    resumed.add("--resume");
    AveragedRun second =
        new AveragedRun(folder, out, workers, options(cluster, resumed.toArray(String[]::new)));
    assertThat(second.failure()).isNull();
    assertThat(second.files("rounds-")).as("files of rounds").hasSize(2);
    return second.bits();
  }

  private static ProcessHandle pick(LoopbackCluster cluster, RandomGenerator random) {
    List<ProcessHandle> executors = cluster.executors();
    assertThat(executors).isNotEmpty();
    return executors.get(random.nextInt(executors.size()));
  }

  private static String[] options(LoopbackCluster cluster, String... more) {
    List<String> options = new ArrayList<>(List.of("--master", cluster.url()));
    for (String setting :
        List.of(
            "spark.ergodic.jobJar=false",
            "spark.driver.host=127.0.0.1",
            "spark.executor.memory=768m",
            "spark.speculation=true",
            "spark.speculation.interval=100ms",
            "spark.speculation.quantile=0.5",
            "spark.speculation.minTaskRuntime=200ms")) {
      options.addAll(List.of("--conf", setting));
    }
    options.addAll(List.of(more));
    return options.toArray(String[]::new);
  }
}
