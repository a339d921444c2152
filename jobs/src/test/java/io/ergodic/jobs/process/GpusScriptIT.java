package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The discovery script, on a machine whose {@code nvidia-smi} is one of ours. */
class GpusScriptIT {
  private static final String TOOL =
      """
      #!/bin/sh
      [ "$1" = -L ] || exit 1
      echo 'GPU 0: NVIDIA A100-SXM4-40GB (UUID: GPU-b8ea3855-276c)'
      echo '  MIG 3g.20gb     Device  0: (UUID: MIG-e86cb44c-6756)'
      echo '  MIG 3g.20gb     Device  1: (UUID: MIG-11111111-2222)'
      echo 'GPU 1: NVIDIA A100-SXM4-40GB (UUID: GPU-aaaa)'
      """;

  @TempDir Path folder;

  @BeforeEach
  void tool() throws Exception {
    Path tool = folder.resolve("nvidia-smi");
    Files.writeString(tool, TOOL);
    assertThat(tool.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void slicesAreNamedAndWholeGpusNumbered() throws Exception {
    assertThat(addresses(null)).containsExactly("MIG-e86cb44c-6756", "MIG-11111111-2222", "1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2, 3|2 3", "GPU-aa,MIG-bb|GPU-aa MIG-bb", "1,-1,0|1", "-1|''", "''|''"})
  void onlyWhatIsVisibleIsOffered(String visible, String expected) throws Exception {
    assertThat(addresses(visible))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected.split(" ")));
  }

  private List<String> addresses(String visible) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(Launcher.ROOT.resolve("conf/clusters/gpus.sh").toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    builder.environment().remove("CUDA_VISIBLE_DEVICES");
    if (visible != null) {
      builder.environment().put("CUDA_VISIBLE_DEVICES", visible);
    }
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(text).isZero();
    Discovered found = new ObjectMapper().readValue(text, Discovered.class);
    assertThat(found.name()).isEqualTo("gpu");
    return found.addresses();
  }

  /** What Spark makes of the output. */
  private record Discovered(String name, List<String> addresses) {}
}
