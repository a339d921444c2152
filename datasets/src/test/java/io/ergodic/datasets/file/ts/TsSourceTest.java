package io.ergodic.datasets.file.ts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.Assembled;
import io.ergodic.datasets.kind.labelled.LabelledRow;
import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TsSourceTest {
  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return '"' + Files.writeString(folder.resolve(name), text).toString() + '"';
  }

  @Test
  void readsVariablesAndClassesOfUnequalLength() throws Exception {
    String train =
        file(
            "a.ts",
            """
            # two variables
            @problemName Words
            @classLabel true walk run
            @data
            1,2,3:10,20,30:walk
            4,5:40,50:run

            6,7,8,9:60,70,80,90:walk
            """);
    String test = file("b.ts", "@data\n1:2:run\n");
    Produced produced = Produced.of(new TsSource(), "train = " + train + ", test = " + test);
    LabelledSeries data = (LabelledSeries) Assembled.of(produced);
    assertThat(data.manifest().schema().classes()).containsExactly("run", "walk");
    assertThat(data.series(Split.TRAIN)).extracting(LabelledRow::label).containsExactly(1, 0, 1);
    assertThat(data.series(Split.TRAIN).get(1).values()).containsExactly(4, 40, 5, 50);
    Classification task = new Classification();
    assertThat(task.input(data.manifest().schema())).isEqualTo(new Port(Port.SERIES, 4, 2));
    var examples = task.examples(data, Split.TRAIN).orElseThrow();
    Batch batch = examples.allocate(2);
    java.util.Arrays.fill(batch.floats(Batch.INPUT), 99);
    examples.fill(batch, 1, 1);
    assertThat(batch.ints(Batch.LENGTH)[1]).isEqualTo(2);
    assertThat(batch.ints(Batch.TARGET)[1]).isZero();
    double mean = (1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9) / 9.0;
    double deviation = Math.sqrt(60 / 9.0);
    assertThat(batch.floats(Batch.INPUT)[8]).isEqualTo((float) ((4 - mean) / deviation));
    assertThat(batch.floats(Batch.INPUT)[12]).isZero();
  }

  private List<float[]> train(String name, String text) throws Exception {
    LabelledSeries data =
        (LabelledSeries) Assembled.of(Produced.of(new TsSource(), "train = " + file(name, text)));
    return data.series(Split.TRAIN).stream().map(LabelledRow::values).toList();
  }

  @Test
  void fillsMissingValuesBetweenTheirNeighbours() throws Exception {
    List<float[]> read = train("a.ts", "?,2,?,?,5,NaN:1,1,1,2,?,4:walk\n1,2:3,4:run\n");
    assertThat(read.get(0)).containsExactly(2, 1, 2, 1, 3, 1, 4, 2, 5, 3, 5, 4);
  }

  @Test
  void endsATabbedSeriesWhereOnlyMissingValuesFollow() throws Exception {
    List<float[]> read = train("a.tsv", "1\t3\tNaN\t5\tNaN\tNaN\n2\t1\t2\t3\t4\t5\n");
    assertThat(read.get(0)).containsExactly(3, 4, 5);
    assertThat(read.get(1)).hasSize(5);
  }

  @Test
  void readsValuesAndRelationsOfArff() throws Exception {
    String head = "% made\n@relation 'x'\n@attribute a numeric\n@data\n";
    assertThat(train("a.arff", head + "1,?,3,'very slow'\n4,5,6,fast\n").get(0))
        .containsExactly(1, 2, 3);
    List<float[]> related = train("b.arff", head + "'1,2,3\\n4,5,6',run\n\"7,8\\n9,10\",walk\n");
    assertThat(related.get(0)).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(related.get(1)).containsExactly(7, 9, 8, 10);
  }

  @Test
  void refusesAVariableWithoutAnyValue() {
    assertThatThrownBy(() -> train("a.ts", "1,2:?,?:run\n1,2:3,4:walk\n"))
        .hasMessageContaining("line 1: a variable has missing values only");
  }

  @Test
  void readsTabsWithTheClassFirstAndHoldsOutByClass() throws Exception {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      text.append(i % 4 == 0 ? "-1" : "1").append('\t').append(i).append("\t2.5\n");
    }
    Produced produced =
        Produced.of(
            new TsSource(), "train = " + file("a.tsv", text.toString()) + ", validation = 0.2");
    List<LabelledRow> held =
        produced.rows().stream()
            .map(LabelledRow.class::cast)
            .filter(row -> row.split() == Split.VALIDATION)
            .toList();
    assertThat(held).hasSize(8);
    assertThat(held).filteredOn(row -> row.label() == 0).hasSize(2);
    assertThat(produced.rows()).hasSize(40);
  }

  @Test
  void refusesWithFileAndLine() throws Exception {
    Produced.refused(new TsSource(), "train = " + file("a.txt", "1:x"), ".ts, .tsv or .arff");
    Produced.refused(new TsSource(), "train = " + file("b.ts", "1,2:a\n1,x:b\n"), "line 2", "'x'");
    Produced.refused(
        new TsSource(), "train = " + file("c.ts", "1,2:a\n1,2:1:b\n"), "line 2", "2 variables");
    Produced.refused(
        new TsSource(), "train = " + file("d.ts", "1,2:3:a\n"), "line 1", "variable 2 has 1 rows");
    Produced.refused(new TsSource(), "train = " + file("e.ts", "1,2:a\n"), "one class only: a");
    Produced.refused(
        new TsSource(), "train = " + file("f.ts", "@timeStamps true\n"), "time stamps");
    Produced.refused(
        new TsSource(),
        "train = " + file("g.ts", "1:a\n2:b\n") + ", test = " + file("h.ts", "1:c\n"),
        "class c is not among those of train: [a, b]");
  }
}
