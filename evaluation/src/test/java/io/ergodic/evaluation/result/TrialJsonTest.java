package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.DamagedFileException;
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
    String json = withoutSum(TrialJson.toJson(trial()));
    assertThat(json).startsWith("{\"version\":5,");
    for (String other :
        List.of(
            json.replace("\"version\":5,", ""), json.replace("\"version\":5", "\"version\":6"))) {
      assertThatThrownBy(() -> TrialJson.fromJson(other, "old.json"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("old.json")
          .hasMessageContaining("this build reads 5");
    }
  }

  @Test
  void recordsOfTheFormBeforeChecksumsAreRead() {
    String json = withoutSum(TrialJson.toJson(trial()));
    assertSame(TrialJson.fromJson(json.replace("\"version\":5", "\"version\":4"), "x"));
  }

  private static String withoutSum(String json) {
    return json.replaceFirst(",\"sum\":\"[0-9a-f]{8}\"}$", "}");
  }

  /** Digits become digits, and letters letters, so that the text stays JSON where it can. */
  @Test
  void oneChangedCharacterAnywhereIsDamage() {
    String json = TrialJson.toJson(trial());
    for (int i = 0; i < json.length(); i++) {
      StringBuilder changed = new StringBuilder(json);
      changed.setCharAt(i, (char) (json.charAt(i) ^ 1));
      assertThatThrownBy(() -> TrialJson.fromJson(changed.toString(), "changed.json"))
          .as("character %d", i)
          .isInstanceOf(DamagedFileException.class)
          .hasMessageContaining("changed.json: not a trial record");
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
