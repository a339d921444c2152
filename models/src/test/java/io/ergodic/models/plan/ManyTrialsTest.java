package io.ergodic.models.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ergodic.models.family.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What trained models leave behind in a process, as the operating system counts it. {@link
 * NativeMemory} sees every forgotten object at once, but only those that JavaCPP knows of.
 */
class ManyTrialsTest {
  /** 20 MB in a thousand trials. */
  private static final long LIMIT = 20_000;

  @BeforeAll
  static void theSystemTells() {
    assumeTrue(ResidentMemory.known(), "no /proc/self/status");
  }

  @ParameterizedTest
  @CsvSource({
    "LIBTORCH, 'cnn,dlinear,patchtst,vit', 140",
    "DEEPLEARNING4J, mlp-dl4j, 40",
    "FUSED, 'shallow-plrnn,al-rnn', 140"
  })
  void someTrialsLeaveNothingBehind(Engine engine, String recipes, int trials) throws Exception {
    assertThat(grown(engine, recipes, 60, trials, "none")).isLessThan(LIMIT);
  }

  /** Models that nobody closes, and memory that JavaCPP does not know of. */
  @ParameterizedTest
  @CsvSource({
    "LIBTORCH, 'cnn,dlinear,patchtst,vit', unclosed",
    "FUSED, 'shallow-plrnn,al-rnn', native"
  })
  void aPlantedLeakIsSeen(Engine engine, String recipes, String planted) throws Exception {
    assertThat(grown(engine, recipes, 20, 60, planted)).isGreaterThan(LIMIT);
  }

  @ParameterizedTest
  @CsvSource({
    "LIBTORCH, 'cnn,dlinear,patchtst,vit'",
    "DEEPLEARNING4J, mlp-dl4j",
    "FUSED, 'shallow-plrnn,al-rnn'"
  })
  @Tag("long")
  void aThousandTrialsLeaveNothingBehind(Engine engine, String recipes) throws Exception {
    assertThat(grown(engine, recipes, 200, 1000, "none")).isLessThan(LIMIT);
  }

  /** Kilobytes that a process of its own has grown by outside its heap. */
  private static long grown(Engine engine, String recipes, int before, int counted, String planted)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms400m",
            "-Xmx400m",
            "-XX:+AlwaysPreTouch",
            "-XX:+UseSerialGC",
            "--add-modules=jdk.incubator.vector",
            "-cp",
            System.getProperty("java.class.path"),
            ManyTrials.class.getName(),
            engine.name(),
            recipes,
            Integer.toString(before),
            Integer.toString(counted),
            planted);
    // Else every thread may keep what it has freed, in an arena of its own.
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    builder.redirectErrorStream(true);
    Process process = builder.start();
    List<String> lines;
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      lines = reader.lines().toList();
    }
    assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
    String last = lines.get(lines.size() - 1);
    assertThat(last).as(String.join("\n", lines)).startsWith(ManyTrials.GROWN);
    return Long.parseLong(last.substring(ManyTrials.GROWN.length()));
  }
}
