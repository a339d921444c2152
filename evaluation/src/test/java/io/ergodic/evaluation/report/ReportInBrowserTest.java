package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a real browser: every figure has to be drawn without an error. */
class ReportInBrowserTest {
  static boolean chromiumFound() {
    return chromium() != null;
  }

  private static File chromium() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(
            folder ->
                List.of("chromium", "chromium-browser").stream().map(n -> new File(folder, n)))
        .filter(File::canExecute)
        .findFirst()
        .orElse(null);
  }

  @Test
  @EnabledIf(
      value = "chromiumFound",
      disabledReason = "needs chromium on the PATH: install the system package chromium")
  void everyFigureIsDrawnWithoutAnError(@TempDir Path folder) throws Exception {
    Path report = folder.resolve("report.html");
    HtmlReport.write(ReportFixture.input(), report);
    Path dom = folder.resolve("dom.html");
    // High enough that every figure is in view; 3-D by the software renderer.
    Process browser =
        new ProcessBuilder(
                chromium().getPath(),
                "--headless",
                "--no-sandbox",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-unsafe-swiftshader",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1440,12000",
                "--virtual-time-budget=60000",
                "--dump-dom",
                report.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(browser.waitFor(120, TimeUnit.SECONDS)).isTrue();
    Matcher body = Pattern.compile("<body[^>]*>").matcher(Files.readString(dom));
    assertThat(body.find()).isTrue();
    assertThat(body.group()).contains("data-figures=\"14\"").contains("data-drawn=\"14\"");
    assertThat(body.group()).doesNotContain("data-errors");
  }
}
