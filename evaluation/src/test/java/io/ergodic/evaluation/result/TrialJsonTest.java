package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrialJsonTest {
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
        List.of("attractor", "spectrum"));
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
    assertThat(json).startsWith("{\"version\":4,");
    for (String other :
        List.of(
            json.replace("\"version\":4,", ""), json.replace("\"version\":4", "\"version\":5"))) {
      assertThatThrownBy(() -> TrialJson.fromJson(other, "old.json"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("old.json")
          .hasMessageContaining("this build reads 4");
    }
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
