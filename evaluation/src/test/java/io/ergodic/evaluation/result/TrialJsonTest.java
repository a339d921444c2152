package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialJsonTest {
  private static final List<Artefact> ARTEFACTS =
      List.of(
          new Artefact.Attractor(
              List.of("x", "y"), new float[][] {{0.1f, -1e-30f}}, new float[][] {{Float.NaN, 3f}}),
          new Artefact.Spectrum("x", new float[] {0.5f}, new float[] {1f}, new float[] {2f}),
          new Artefact.Forecast(
              "x",
              new float[] {1f},
              new float[] {2f},
              new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}),
          new Artefact.Confusion(List.of("a", "b"), new int[][] {{3, 1}, {0, 4}}),
          new Artefact.Examples(
              1, 2, List.of("a", "b"), new int[][] {{0, 255}}, new int[] {0}, new int[] {1}),
          new Artefact.Rounds(
              "ergodic",
              2,
              16,
              "mean",
              "average",
              1,
              512.5,
              4096,
              new int[] {1},
              new float[] {0.5f},
              new float[] {1.5f},
              new float[] {Float.NaN},
              new float[][] {{1}, {2}, {3}, {4}, {5}, {6}},
              List.of(
                  new Artefact.Round(
                      1, new float[] {1, 2, 3, 4, 5, 6}, new float[][] {{0, 1, 2}, {1, 0, 2}}))));

  private static TrialRecord trial() {
    return Trials.trial(
        "gtf \"é\"\n",
        7,
        TrialRecord.OK,
        null,
        List.of(
            Score.of("d-stsp", 1, 0.1 + 0.2),
            Score.of("lambda-max", 1, Double.NaN),
            Score.given("mse", 3, 0.5)),
        ARTEFACTS);
  }

  /** Bit for bit: NaN equals NaN, and no tolerance. */
  private static void assertSame(TrialRecord read) {
    assertThat(read)
        .usingRecursiveComparison()
        .withEqualsForType(Double::equals, Double.class)
        .withEqualsForType(Float::equals, Float.class)
        .isEqualTo(trial());
  }

  @Test
  void everyComponentReadsBackToTheSameBits() {
    assertSame(TrialJson.fromJson(TrialJson.toJson(trial()), "x"));
  }

  @Test
  void artefactsReadBackAsTheirKind() {
    TrialRecord read = TrialJson.fromJson(TrialJson.toJson(trial()), "x");
    for (int i = 0; i < ARTEFACTS.size(); i++) {
      assertThat(read.artefacts().get(i).getClass()).isEqualTo(ARTEFACTS.get(i).getClass());
    }
  }

  @Test
  void sameRecordGivesSameTextOnOneLineWithoutBareNaN() throws Exception {
    String json = TrialJson.toJson(trial());
    assertThat(TrialJson.toJson(TrialJson.fromJson(json, "x")))
        .isEqualTo(json)
        .doesNotContain("\n");
    assertThat(new ObjectMapper().readTree(json).at("/scores/1/value").asText()).isEqualTo("NaN");
    assertThat(json.indexOf("\"load\"")).isLessThan(json.indexOf("\"train\""));
  }

  @Test
  void recordsOfAnotherFormAreRefusedByName() {
    String json = TrialJson.toJson(trial());
    assertThat(json).startsWith("{\"version\":3,");
    for (String other :
        List.of(
            json.replace("\"version\":3,", ""), json.replace("\"version\":3", "\"version\":4"))) {
      assertThatThrownBy(() -> TrialJson.fromJson(other, "old.json"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("old.json")
          .hasMessageContaining("this build reads 3");
    }
  }

  @Test
  void figuresOfAKindThatNobodyKnowsAreLeftOut() {
    String json = TrialJson.toJson(trial()).replace("\"spectrum\"", "\"of-a-plug-in\"");
    List<Artefact> left = TrialJson.fromJson(json, "x").artefacts();
    assertThat(left).hasSize(ARTEFACTS.size() - 1).noneMatch(Artefact.Spectrum.class::isInstance);
  }

  @Test
  void cutOffTextIsRefusedByName() {
    String json = TrialJson.toJson(trial());
    for (String text :
        List.of("", "null", "{}", json.substring(0, json.length() - 9), json + "}")) {
      assertThatThrownBy(() -> TrialJson.fromJson(text, "cut.json"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("cut.json");
    }
  }
}
