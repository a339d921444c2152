package io.ergodic.datasets.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every kind of data promises, tried on a generator of it. */
class DataKindTest {
  private static final Map<String, String> EXAMPLES =
      Map.of(
          "series",
          "seasonal { channels = 2, length = 400, context = 10 }",
          "images",
          "attractor-net { classes = 2, size = 8, points = 200"
              + ", perClass { train = 3, validation = 1, test = 2 } }",
          "labelled-series",
          "attractor-series { classes = 2, length = 16"
              + ", perClass { train = 3, validation = 1, test = 2 } }",
          "tokens",
          "text { path = pom.xml, fractions = [0.5, 0.25, 0.25], shards = 2 }",
          "functions",
          "heat { points = 8, functions { train = 5, validation = 1, test = 2 } }");

  private static Produced produced(String kind) throws Exception {
    String text = EXAMPLES.get(kind);
    int brace = text.indexOf('{');
    String settings = text.substring(brace + 1, text.length() - 1);
    return Produced.of(
        DatasetSource.registry().get(text.substring(0, brace).strip(), "test"), settings);
  }

  @Test
  void everyKindIsTriedHere() {
    assertThat(DataKind.registry().names()).isEqualTo(EXAMPLES.keySet());
  }

  @Test
  void theOrderOfRowsDoesNotMatter() throws Exception {
    for (String kind : EXAMPLES.keySet()) {
      Produced produced = produced(kind);
      List<Row> shuffled = new ArrayList<>(produced.rows());
      Collections.shuffle(shuffled, new Random(3));
      Manifest manifest = Assembled.manifest(produced.plan().schema(), shuffled);
      assertThat(Assembler.assemble(manifest, shuffled.iterator()))
          .as(kind)
          .usingRecursiveComparison()
          .ignoringFields("manifest")
          .isEqualTo(Assembled.of(produced));
    }
  }

  @Test
  void whatIsSpilledComesBackAndIsAsLongAsSaid() throws Exception {
    for (String name : EXAMPLES.keySet()) {
      Dataset data = Assembled.of(produced(name));
      DataKind<Row, Dataset> kind = DataKind.of(data.manifest().schema());
      for (Split split : Split.values()) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        kind.spill(data, split, new DataOutputStream(bytes));
        Dataset back =
            kind.restore(
                data.manifest(),
                split,
                new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        kind.spill(back, split, new DataOutputStream(again));
        assertThat(again.toByteArray()).as(name).isEqualTo(bytes.toByteArray());
        assertThat(back.has(split)).isTrue();
        assertThat((long) bytes.size())
            .as(name)
            .isBetween(kind.bytes(data, split), kind.bytes(data, split) + 400);
      }
    }
  }

  @Test
  void missingAndDoubledRowsAreRefused() throws Exception {
    for (String kind : EXAMPLES.keySet()) {
      Produced produced = produced(kind);
      Manifest manifest = Assembled.manifest(produced.plan().schema(), produced.rows());
      List<Row> missing = produced.rows().subList(1, produced.rows().size());
      assertThatThrownBy(() -> Assembler.assemble(manifest, missing.iterator()))
          .as(kind)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("is damaged");
      Row first = produced.rows().get(0);
      Row second = produced.rows().get(1);
      if (first.split() == second.split() && !kind.equals(Schema.SERIES)) {
        List<Row> doubled = new ArrayList<>(produced.rows());
        doubled.set(0, second);
        assertThatThrownBy(() -> Assembler.assemble(manifest, doubled.iterator()))
            .as(kind)
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining("there twice");
      }
    }
  }

  @Test
  void columnsHaveNamesOfTheirOwn() throws Exception {
    for (String name : EXAMPLES.keySet()) {
      Schema schema = produced(name).plan().schema();
      List<String> columns =
          DataKind.of(schema).columns(schema).stream().map(Column::name).toList();
      Set<String> different = new HashSet<>(columns);
      assertThat(columns).as(name).hasSameSizeAs(different).contains("split");
    }
  }
}
