package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.bench.Measurement;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class MarkdownTableTest {
  @Test
  void aRowHoldsTheMedianAndItsSpread() {
    StringWriter text = new StringWriter();
    try (MarkdownTable table = new MarkdownTable(new PrintWriter(text))) {
      table.accept(new Measurement("overhead", "ergodic", 12.345, "ms"));
      table.accept(new Measurement("overhead-lowest", "ergodic", 9, "ms"));
      table.accept(new Measurement("overhead-highest", "ergodic", 151.4, "ms"));
      table.accept(new Measurement("sent", "ergodic", 12279576, "bytes"));
      table.accept(new Measurement("memory", "driver, heap, round 25", 114, "MiB"));
      table.accept(new Measurement("memory-slope", "driver, heap", -0.002, "MiB/100 rounds"));
    }
    assertThat(text.toString().lines())
        .containsExactly(
            "| measured | case | median (lowest to highest) | unit |",
            "|---|---|---|---|",
            "| overhead | ergodic | 12.3 (9.00 to 151) | ms |",
            "| sent | ergodic | 12,279,576 | bytes |",
            "| memory-slope | driver, heap | -0.00200 | MiB/100 rounds |");
  }
}
