package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.jobs.suite.Recipes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SystemKeysTest {
  private static List<JsonNode> keys(String system) throws Exception {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      SystemKeys.print(system, out, true);
    }
    List<JsonNode> keys = new ArrayList<>();
    for (String line : text.toString().lines().toList()) {
      keys.add(new ObjectMapper().readTree(line));
    }
    return keys;
  }

  private static JsonNode key(String system, String name) throws Exception {
    return keys(system).stream()
        .filter(key -> key.path("key").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Whoever adds a setting says what it means. */
  @Test
  void everyKeyOfEveryRecipeHasAMeaning() throws Exception {
    List<String> without = new ArrayList<>();
    for (String recipe : Recipes.registry().names()) {
      for (JsonNode key : keys(recipe)) {
        if (key.path("meaning").asText().isEmpty()) {
          without.add(recipe + ": " + key.path("key").asText());
        }
      }
    }
    assertThat(without).isEmpty();
  }

  @Test
  void valueDefaultAndRangeAreThoseThatHold() throws Exception {
    JsonNode heads = key("patchtst", "heads");
    assertThat(heads.path("value").asText()).isEqualTo("4");
    assertThat(heads.path("default").asText()).isEqualTo("4");
    assertThat(heads.path("range").asText()).isEqualTo("1 to 1000");
    assertThat(heads.path("type").asText()).isEqualTo("whole number");
    JsonNode smoothing = key("vit", "labelSmoothing");
    assertThat(smoothing.path("value").asText()).isEqualTo("0.1");
    assertThat(smoothing.path("default").asText()).isEqualTo("0.0");
    JsonNode position = key("vit", "stages.1.token.position");
    assertThat(position.path("range").asText()).isEqualTo("none, rotary");
    assertThat(key("ridge", "penalties").path("value").toString())
        .contains("0.01")
        .contains("1000000");
  }
}
