package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.AveragingTrainer;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.models.training.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spark's scheduling of GPUs that are not there: each of two workers has a discovery script that
 * names two addresses no driver knows, so every learner falls back to the processor.
 */
class GpuSchedulingIT {
  private static final String SCRIPT =
      "#!/bin/sh\necho '{\"name\": \"gpu\", \"addresses\": [\"7000\", \"7001\"]}'\n";

  @TempDir Path folder;

  private Path script;
  private Path notes;

  private record Note(String executor, String address, long begin, long end) {}

  @BeforeEach
  void prepare() throws IOException {
    script = folder.resolve("gpus.sh");
    Files.writeString(script, SCRIPT);
    assertThat(script.toFile().setExecutable(true)).isTrue();
    notes = Files.createDirectory(folder.resolve("notes"));
  }

  @Test
  void everyTaskHasAnAddressOfItsOwn() throws IOException {
    SparkConf conf =
        cluster("local-cluster[2,2,1024]")
            .set("spark.executor.resource.gpu.amount", "2")
            .set("spark.task.resource.gpu.amount", "1");
    List<RoundRecord> rounds = train(conf);
    assertThat(rounds)
        .isNotEmpty()
        .allSatisfy(
            round ->
                assertThat(round.device())
                    .startsWith("cpu (GPU 700")
                    .contains(" not used: libtorch "));
    checkAddresses("7000", "7001");
  }

  /** Executors of the default profile have no GPU: the rounds run on others, asked for by stage. */
  @Tag("long")
  @Test
  void aProfileOfTheStageBringsExecutorsWithGpus() throws IOException {
    SparkConf conf =
        cluster("local-cluster[2,1,1024]")
            .set("spark.executor.cores", "1")
            .set("spark.dynamicAllocation.enabled", "true")
            .set("spark.dynamicAllocation.shuffleTracking.enabled", "true")
            .set("spark.dynamicAllocation.minExecutors", "0")
            .set("spark.dynamicAllocation.maxExecutors", "2")
            .set("spark.ergodic.training.gpus", "1")
            .set("spark.ergodic.training.cores", "1")
            .set("spark.ergodic.training.memory", "512m");
    assertThat(train(conf)).isNotEmpty();
    // A worker gives its only executor its first address.
    checkAddresses("7000");
  }

  private SparkConf cluster(String master) {
    return new SparkConf()
        .setMaster(master)
        .setAppName("test")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "127.0.0.1")
        .set("spark.driver.bindAddress", "127.0.0.1")
        .set("spark.executor.memory", "512m")
        .set("spark.executor.extraClassPath", System.getProperty("java.class.path"))
        .set("spark.worker.resource.gpu.amount", "2")
        .set("spark.worker.resource.gpu.discoveryScript", script.toString());
  }

  private List<RoundRecord> train(SparkConf conf) throws IOException {
    List<RoundRecord> rounds = new ArrayList<>();
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      AveragingSettings settings =
          AveragingSettings.read(Settings.parse("workers = 4, localSteps = 2", "averaging"));
      new AveragingTrainer(
              spark, settings, 1, Deadline.in(300), Optional.empty(), List.of(rounds::add))
          .train(new Witness(notes.toString()))
          .close();
    }
    return rounds;
  }

  /** 24 steps, all with a GPU, and never two at a time on one. */
  private void checkAddresses(String... expected) throws IOException {
    List<Note> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(notes)) {
      for (Path file : files.toList()) {
        String[] words = Files.readString(file).split(" ");
        all.add(new Note(words[0], words[1], Long.parseLong(words[2]), Long.parseLong(words[3])));
      }
    }
    assertThat(all).hasSize(24).extracting(Note::address).containsOnly(expected);
    Map<String, List<Note>> byGpu =
        all.stream().collect(Collectors.groupingBy(n -> n.executor() + "/" + n.address()));
    byGpu.forEach(
        (gpu, uses) -> {
          uses.sort(Comparator.comparingLong(Note::begin));
          for (int k = 1; k < uses.size(); k++) {
            assertThat(uses.get(k).begin()).as(gpu).isGreaterThanOrEqualTo(uses.get(k - 1).end());
          }
        });
  }
}
