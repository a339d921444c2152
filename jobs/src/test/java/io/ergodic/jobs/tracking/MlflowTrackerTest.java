package io.ergodic.jobs.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrackingSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.Specs;
import io.ergodic.jobs.train.RoundRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MlflowTrackerTest {
  private static final List<TrialSpec> TRIALS =
      List.of(Specs.trial("nvar", 1), Specs.trial("nvar", 2));

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private MlflowStub server;

  @BeforeEach
  void start() throws IOException {
    server = new MlflowStub();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aTrialIsARunWithItsSettingsAndScores() {
    try (MlflowTracker tracker = tracker(server.uri(), Map.of())) {
      tracker.finished(Specs.record("nvar", 1, 0.25, 0.125));
    }
    assertThat(server.bodies("experiments/create").get(0).at("/name").asText())
        .isEqualTo("nightly");
    JsonNode run = server.bodies("runs/create").get(0);
    assertThat(run.at("/experiment_id").asText()).isEqualTo("7");
    assertThat(run.at("/run_name").asText()).isEqualTo("reconstruction/lorenz/nvar/1");
    assertThat(pairs("params"))
        .containsEntry("dataset", "lorenz")
        .containsEntry("family", "nvar")
        .containsEntry("seed", "1");
    assertThat(pairs("metrics"))
        .containsEntry("d_stsp", "0.25")
        .containsEntry("d_h", "0.125")
        .containsEntry("train_seconds", "1.25")
        .containsEntry("training_loss", "0.5")
        .doesNotContainKey("validation_loss"); // NaN: there was none
    assertThat(pairs("tags"))
        .containsEntry("revision", "r1")
        .containsEntry("engine", "closed-form");
    assertThat(server.bodies("runs/update").get(0).at("/status").asText()).isEqualTo("FINISHED");
    assertThat(said()).isEmpty();
  }

  @Test
  void aFailedTrialIsAFailedRunWithItsReasonAndAFloorIsNone() {
    try (MlflowTracker tracker = tracker(server.uri(), Map.of())) {
      tracker.finished(Specs.failed("nvar", 1, "loss became NaN"));
      tracker.finished(Specs.record(TrialRecord.FLOOR, 1, 0, 0));
    }
    assertThat(pairs("tags")).containsEntry("reason", "loss became NaN");
    assertThat(server.bodies("runs/update"))
        .singleElement()
        .satisfies(body -> assertThat(body.at("/status").asText()).isEqualTo("FAILED"));
  }

  @Test
  void roundsAreMetricsByStepOfTheRunTheyBelongTo() {
    try (MlflowTracker tracker = tracker(server.uri(), Map.of())) {
      for (int round = 1; round <= 300; round++) {
        tracker.round(TRIALS.get(0), round(round));
      }
      tracker.finished(Specs.record("nvar", 1, 0.25, 0.125));
      tracker.finished(Specs.record("nvar", 2, 0.5, 0.125));
    }
    assertThat(server.bodies("runs/create")).hasSize(2);
    List<String> losses =
        server.bodies("runs/log-batch").stream()
            .filter(body -> body.at("/run_id").asText().equals("run1"))
            .flatMap(body -> stream(body.at("/metrics")))
            .filter(metric -> metric.at("/key").asText().equals("training_loss"))
            .map(metric -> metric.at("/step").asText() + ":" + metric.at("/value").asInt())
            .toList();
    assertThat(losses)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 300).mapToObj(n -> 4 * n + ":" + n).toList());
  }

  @Test
  void aServerThatIsDownIsSaidOnceAndHoldsNothingUp() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    String uri = "http://127.0.0.1:" + free;
    try (MlflowTracker tracker = tracker(uri, Map.of())) {
      tracker.round(TRIALS.get(0), round(1));
      tracker.finished(Specs.record("nvar", 1, 0.25, 0.125));
      tracker.finished(Specs.record("nvar", 2, 0.25, 0.125));
    }
    assertThat(said().lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line)
                    .startsWith("warning: the MLflow server " + uri)
                    .contains("refused")
                    .endsWith("the suite goes on without tracking"));
  }

  @Test
  void aServerThatBreaksDownIsSaidOnce() {
    server.breaks("runs/log-batch");
    try (MlflowTracker tracker = tracker(server.uri(), Map.of())) {
      tracker.finished(Specs.record("nvar", 1, 0.25, 0.125));
      tracker.finished(Specs.record("nvar", 2, 0.25, 0.125));
    }
    assertThat(said().lines())
        .singleElement()
        .satisfies(line -> assertThat(line).contains("500").contains("disk full"));
    assertThat(server.bodies("runs/create")).hasSize(1);
    assertThat(server.bodies("runs/update")).isEmpty();
  }

  @Test
  void namesAndPasswordsComeFromTheEnvironment() {
    Map<String, String> environment =
        Map.of("MLFLOW_TRACKING_USERNAME", "ada", "MLFLOW_TRACKING_PASSWORD", "secret");
    tracker(server.uri(), environment).close();
    byte[] pair = "ada:secret".getBytes(StandardCharsets.UTF_8);
    assertThat(server.requests())
        .isNotEmpty()
        .allSatisfy(
            request ->
                assertThat(request.authorization())
                    .isEqualTo("Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  private MlflowTracker tracker(String uri, Map<String, String> environment) {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new MlflowTracker(new TrackingSpec(uri, "nightly"), TRIALS, environment, out);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  /** Keys and values of all batches. */
  private Map<String, String> pairs(String kind) {
    Map<String, String> pairs = new TreeMap<>();
    server.bodies("runs/log-batch").stream()
        .flatMap(body -> stream(body.at("/" + kind)))
        .forEach(pair -> pairs.put(pair.at("/key").asText(), pair.at("/value").asText()));
    return pairs;
  }

  private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
    return IntStream.range(0, array.size()).mapToObj(array::get);
  }

  private static RoundRecord round(int n) {
    return new RoundRecord(
        n, 4L * n, 9999, 4, n, null, 128, 1e4, 1, 2, 3, 4, 0, 0, 70, 80, "cpu", 9, List.of());
  }
}
