package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Opens the report in a real browser: every figure has to be drawn without an error. */
class ReportInBrowserTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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
    HtmlReport.write(ReportFixture.input(), ReportFiles.in(folder));
    Path alone = folder.resolve("alone.html");
    Files.copy(folder.resolve("report/dynamics.html"), alone);
    Path profile = folder.resolve("profile");
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
                "--window-size=1440,900",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                folder.resolve("report.html").toUri().toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      Page page = Page.of(profile.resolve("DevToolsActivePort"));
      Map<String, Integer> figures =
          Map.of("dynamics", 10, "forecast", 3, "images", 3, "local-steps", 5);
      for (Map.Entry<String, Integer> each : figures.entrySet()) {
        page.open(folder.resolve("report/" + each.getKey() + ".html"));
        String count = each.getValue().toString();
        assertThat(page.await(Page.STATE, "drawn\":\"" + count + "\""))
            .as(each.getKey())
            .isEqualTo("{\"figures\":\"" + count + "\",\"drawn\":\"" + count + "\"}");
      }
      page.open(folder.resolve("report/dynamics.html"));
      page.await(Page.STATE, "drawn\":\"10\"");
      assertThat(page.await(Page.SEED_FIVE, "seed 5")).contains("seed 5");
      page.open(alone);
      page.await(Page.STATE, "drawn\":\"10\"");
      assertThat(page.await(Page.SEED_FIVE, "keep the page together"))
          .contains("dynamics/figure-1/1.js");
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
    }
  }

  /** A page of the browser, asked in real time. */
  private record Page(WebSocket socket, Answers answers) {
    /** What is out of view is drawn before printing. */
    static final String STATE =
        "if (document.body && document.body.dataset.figures && !window.asked)"
            + " { window.asked = true; dispatchEvent(new Event('beforeprint')); }"
            + " JSON.stringify(document.body ? document.body.dataset : {})";

    /** Asks the first figure for its fifth seed, which is not within the page. */
    static final String SEED_FIVE =
        "(() => { const figure = document.getElementById('figure-1');"
            + " const seed = figure.querySelector('select[aria-label=seed]');"
            + " if (seed.value !== '5') { seed.value = '5'; seed.dispatchEvent(new Event('change')); }"
            + " return figure.textContent; })()";

    static Page of(Path portFile) throws Exception {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
      while (System.nanoTime() < end && (!Files.exists(portFile) || Files.size(portFile) == 0)) {
        Thread.sleep(100);
      }
      HttpClient client = HttpClient.newHttpClient();
      URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json");
      while (true) {
        assertThat(System.nanoTime()).isLessThan(end);
        Thread.sleep(200);
        String pages =
            client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
        for (JsonNode page : JSON.readTree(pages)) {
          if (page.get("url").asText().endsWith("report.html")) {
            URI address = URI.create(page.get("webSocketDebuggerUrl").asText());
            Answers answers = new Answers();
            WebSocket socket = client.newWebSocketBuilder().buildAsync(address, answers).join();
            return new Page(socket, answers);
          }
        }
      }
    }

    void open(Path file) throws Exception {
      ask("location.href = " + JSON.writeValueAsString(file.toUri().toString()));
      await("location.href + document.readyState", file.getFileName() + "complete");
    }

    /** Asks until the answer holds a text, something failed, or two minutes passed. */
    String await(String script, String text) throws Exception {
      long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
      String answer = "";
      while (System.nanoTime() < end && !answer.contains(text) && !answer.contains("errors\"")) {
        Thread.sleep(200);
        answer = ask(script);
      }
      return answer;
    }

    private String ask(String script) throws Exception {
      Map<String, Object> question =
          Map.of("id", 1, "method", "Runtime.evaluate", "params", Map.of("expression", script));
      socket.sendText(JSON.writeValueAsString(question), true).join();
      String answer = answers.next.poll(60, TimeUnit.SECONDS);
      return JSON.readTree(answer).at("/result/result/value").asText();
    }
  }

  /** Collects whole messages. */
  private static final class Answers implements WebSocket.Listener {
    private final BlockingQueue<String> next = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
      part.append(text);
      if (last) {
        next.add(part.toString());
        part.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
