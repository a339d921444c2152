package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErgodicTest {
  @TempDir Path folder;

  @Test
  void aCommandLineThatMakesNoSenseIsOneLine() {
    refused("Did you mean: ergodic run?", "runn", "x.conf");
    refused("Missing required parameter: 'SUITE'; see: ergodic run --help", "run");
    refused("--out", "run", "x.conf", "--outt", "y");
    refused("'--set'", "run", "x.conf", "--set");
  }

  @Test
  void aSuiteThatCannotBeReadIsOneLine() throws Exception {
    refused("none.conf: no such suite file", "run", folder.resolve("none.conf").toString());
    Path suite = folder.resolve("suite.conf");
    Files.writeString(suite, "name = ${data.root}\n");
    refused("give it with --set", "run", suite.toString());
    refused("must look like key=value", "run", suite.toString(), "--set", "name");
    Files.writeString(suite, "name = x, y = [1, }\n");
    refused("suite.conf: 1", "run", suite.toString());
  }

  /** As Java decodes "umläut.conf" under LANG=C. */
  @Test
  void aNameThatTheLocaleLacksIsOneLine() {
    refused("set LC_ALL=C.UTF-8", "run", "uml\uFFFD\uFFFDut.conf");
    refused("uml??ut/out: has characters", "report", "uml\uFFFD\uFFFDut/out");
  }

  @Test
  void aMeasurementThatMakesNoSenseIsOneLine() {
    refused("bench generate, bench averaging", "bench");
    refused("--repeats 0: must be 1 to 1000", "bench", "averaging", "--repeats", "0");
    refused("did you mean 'memory'?", "bench", "averaging", "--only", "overhead,memmory");
  }

  @Test
  void aFolderWithoutResultsIsOneLine() {
    refused("no output folder of a suite", "report", folder.toString());
    refused("no output folder of a suite", "export", folder.toString());
    refused("no such file or folder", "describe", folder.resolve("none").toString());
  }

  private static void refused(String message, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      assertThat(Ergodic.execute(arguments)).isEqualTo(2);
    } finally {
      System.setErr(before);
    }
    assertThat(shown.toString(StandardCharsets.UTF_8).lines())
        .singleElement()
        .asString()
        .startsWith("ergodic: ")
        .contains(message);
  }
}
