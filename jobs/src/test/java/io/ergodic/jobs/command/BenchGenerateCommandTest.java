package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchGenerateCommandTest {
  private static String output(String... arguments) {
    StringWriter shown = new StringWriter();
    CommandLine command = new CommandLine(new BenchCommand());
    command.setOut(new PrintWriter(shown, true));
    assertThat(command.execute(arguments)).isZero();
    return shown.toString();
  }

  private static String[] small(String... more) {
    List<String> arguments = new ArrayList<>(List.of("generate"));
    arguments.addAll(List.of("--systems", "Lorenz,Chua", "--seconds", "0.02", "--points", "0"));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  @Test
  void everyLineIsAnObjectAndEveryCaseAppears() throws Exception {
    List<String> seen = new ArrayList<>();
    for (String line : output(small("--json")).lines().toList()) {
      JsonNode node = new ObjectMapper().readTree(line);
      assertThat(node.fieldNames()).toIterable().containsExactly("bench", "case", "value", "unit");
      assertThat(node.get("value").asDouble()).as(line).isNotNegative();
      assertThat(node.get("unit").asText()).isNotEmpty();
      seen.add(node.get("bench").asText() + " " + node.get("case").asText());
    }
    assertThat(seen)
        .contains(
            "right-hand-sides Lorenz",
            "points Chua",
            "evaluations-per-point Chua",
            "defect Lorenz",
            "error Lorenz",
            "points-in-lanes Lorenz",
            "lanes-over-scalar Lorenz",
            "energy-error HenonHeiles, order 5",
            "energy-error HenonHeiles, Yoshida, order 6",
            "energy-error DoublePendulum, implicit midpoint",
            "fine-set-systems all",
            "fine-set 1 core",
            "fine-set-processor 1 core")
        // which branches on its state
        .doesNotContain("points-in-lanes Chua");
    assertThat(seen).anyMatch(line -> line.startsWith("parallel-efficiency"));
    assertThat(seen.stream().filter(line -> line.startsWith("fine-set-slowest"))).hasSize(10);
  }

  @Test
  void columnsSayTheSame() {
    assertThat(output(small("--cases", "speed")).lines())
        .hasSize(10)
        .allMatch(line -> line.contains("Lorenz") || line.contains("Chua"));
  }

  @Test
  void helpNamesTheCases() {
    assertThat(output("generate", "--help"))
        .contains("fine-set", "lanes", "parquet", "energy", "--cases", "--json");
  }
}
