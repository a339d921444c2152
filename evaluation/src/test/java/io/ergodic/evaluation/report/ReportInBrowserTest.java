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
    Path report = folder.resolve("report.html");
    HtmlReport.write(ReportFixture.input(), report);
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
                report.toUri().toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      String state = drawn(profile.resolve("DevToolsActivePort"));
      assertThat(state).isEqualTo("{\"figures\":\"19\",\"drawn\":\"19\"}");
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly().waitFor();
    }
  }

  /**
   * Asks the page, in real time, until every figure is drawn, one failed, or two minutes passed.
   */
  private static String drawn(Path portFile) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (System.nanoTime() < end && (!Files.exists(portFile) || Files.size(portFile) == 0)) {
      Thread.sleep(100);
    }
    HttpClient client = HttpClient.newHttpClient();
    URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json");
    String address = "";
    while (System.nanoTime() < end && address.isEmpty()) {
      Thread.sleep(200);
      String pages =
          client.send(HttpRequest.newBuilder(list).build(), BodyHandlers.ofString()).body();
      for (JsonNode page : JSON.readTree(pages)) {
        if (page.get("url").asText().endsWith("report.html")) {
          address = page.get("webSocketDebuggerUrl").asText();
        }
      }
    }
    Answers answers = new Answers();
    WebSocket page = client.newWebSocketBuilder().buildAsync(URI.create(address), answers).join();
    String state = "";
    while (System.nanoTime() < end
        && !state.contains("drawn\":\"19")
        && !state.contains("errors")) {
      Thread.sleep(300);
      // What is out of view is drawn before printing.
      String script =
          "if (document.body && document.body.dataset.figures && !window.asked)"
              + " { window.asked = true; dispatchEvent(new Event('beforeprint')); }"
              + " JSON.stringify(document.body ? document.body.dataset : {})";
      Map<String, Object> question =
          Map.of("id", 1, "method", "Runtime.evaluate", "params", Map.of("expression", script));
      page.sendText(JSON.writeValueAsString(question), true).join();
      String answer = answers.next.poll(60, TimeUnit.SECONDS);
      state = JSON.readTree(answer).at("/result/result/value").asText();
    }
    return state;
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
