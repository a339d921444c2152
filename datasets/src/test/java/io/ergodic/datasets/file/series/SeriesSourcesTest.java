package io.ergodic.datasets.file.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesSourcesTest {
  @TempDir Path folder;

  @Test
  void cutsATableByRowsWithContext() throws IOException {
    DatasetPlan plan = csv("rows = [10, 5, 6], context = 4", table(25));

    assertThat(plan.shardCount()).isEqualTo(3);
    assertThat(plan.schema().overlap()).isEqualTo(4);
    assertThat(plan.schema().standardise()).isTrue();
    assertThat(plan.inputs()).hasSize(1);
    assertRows(only(plan, 0), Split.TRAIN, 0, 10);
    assertRows(only(plan, 1), Split.VALIDATION, 6, 15);
    assertRows(only(plan, 2), Split.TEST, 11, 21);
  }

  @Test
  void roundsFractionsDownAndGivesTheRestToValidation() throws IOException {
    // 966 rows as the illness benchmark: train 676, validation 97, test 193
    DatasetPlan plan = csv("context = 0", table(966));

    assertRows(only(plan, 0), Split.TRAIN, 0, 676);
    assertRows(only(plan, 1), Split.VALIDATION, 676, 773);
    assertRows(only(plan, 2), Split.TEST, 773, 966);
  }

  @Test
  void storesNoMoreContextThanThereIs() throws IOException {
    assertThat(csv("", table(100)).schema().overlap()).isEqualTo(70);
    assertThat(csv("", table(1000)).schema().overlap()).isEqualTo(336);
    assertThatThrownBy(() -> csv("context = 80", table(100)))
        .hasMessageContaining("datasets.x.context: 80 rows are more than");
  }

  @Test
  void refusesBordersThatDoNotFit() {
    assertThatThrownBy(() -> csv("rows = [10, 5, 6]", table(20)))
        .hasMessageContaining("datasets.x.rows: need 21 rows, the file has 20");
    assertThatThrownBy(() -> csv("fractions = [0.7, 0.1]", table(20)))
        .hasMessageContaining("must be three fractions");
    assertThatThrownBy(() -> csv("fractions = [0.7, 0.1, 0.1]", table(20)))
        .hasMessageContaining("must add up to 1");
    assertThatThrownBy(() -> csv("rows = [1, 1, 1], fractions = [1, 0, 0]", table(20)))
        .hasMessageContaining("not both");
    assertThatThrownBy(() -> csv("standardize = true", table(20)))
        .hasMessageContaining("did you mean 'standardise'");
  }

  @Test
  void splitsAnArrayIntoBlocks() throws IOException {
    Path file = NpyBytes.counting(folder, 10_000, 1);
    DatasetPlan plan = npy("train = \"" + file + "\", fractions = [0.9, 0, 0.1], step = 0.5");

    List<Row.Block> train = rows(plan, 0);
    assertThat(train).extracting(Row.Block::block).containsExactly(0, 1, 2);
    assertThat(train).extracting(b -> b.values().length).containsExactly(4096, 4096, 808);
    assertThat(train.get(1).start()).isEqualTo(2048);
    assertThat(train.get(1).values()[0]).isEqualTo(40_960);
    assertThat(plan.shardCount()).isEqualTo(2);
    assertThat(only(plan, 1).split()).isEqualTo(Split.TEST);
    assertThat(plan.schema().overlap()).isZero();
  }

  @Test
  void takesSplitsByFileThinsAndPicks() throws IOException {
    String first = "\"" + NpyBytes.counting(folder, 7, 3) + "\"";
    String second = "\"" + NpyBytes.counting(folder, 4, 3) + "\"";
    DatasetPlan plan =
        npy(
            "train = [%s, %s], test = %s, stride = 3, step = 0.1, variables = [2, 0]"
                .formatted(first, second, second));

    assertThat(plan.schema().columns()).containsExactly("x3", "x1");
    assertThat(plan.schema().step()).isEqualTo(0.1 * 3);
    assertThat(plan.shardCount()).isEqualTo(3);
    assertThat(plan.inputs()).hasSize(2);
    assertThat(only(plan, 0).values()).containsExactly(2, 0, 32, 30, 62, 60);
    assertThat(only(plan, 1).series()).isEqualTo("000001");
    assertThat(only(plan, 1).values()).containsExactly(2, 0, 32, 30);
    assertThat(only(plan, 2).split()).isEqualTo(Split.TEST);
    assertThat(only(plan, 2).series()).isEqualTo("000000");
  }

  @Test
  void keepsWhatIsKnownAboutTheData() throws IOException {
    String file = "train = \"" + NpyBytes.counting(folder, 20, 3) + "\"";
    DatasetPlan plan = npy(file + ", lyapunov = 0.906, period = 0.75, truth { system = Lorenz }");

    assertThat(plan.schema().properties())
        .containsEntry("lyapunov", 0.906)
        .containsEntry("period", 0.75)
        .hasSize(2);
    assertThatThrownBy(() -> npy(file + ", truth { system = Lorentz }"))
        .hasMessageContaining("datasets.x.truth.system")
        .hasMessageContaining("did you mean 'Lorenz'");
    assertThatThrownBy(() -> npy(file + ", columns = [x, y]"))
        .hasMessageContaining("2 names for 3 variables");
  }

  @Test
  void namesThePlaceOfAValueThatIsNotFinite() throws IOException {
    byte[] data = new byte[80];
    ByteBuffer.wrap(data).putDouble(56, Double.NaN);
    Path file = NpyBytes.write(folder, 1, ">f8", false, "(5, 2)", data);
    DatasetPlan plan = npy("train = \"" + file + "\", test = \"" + file + "\"");

    assertThatThrownBy(() -> plan.produce(1, row -> {}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.x.test: " + file + ": NaN at row 3, column 1");
  }

  @Test
  void namesFilesThatAreMissingEmptyOrOfAnotherShape() throws IOException {
    assertThatThrownBy(() -> npy("train = nowhere.npy"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.x.train: no file nowhere.npy (")
        .hasMessageContaining(Path.of("nowhere.npy").toAbsolutePath().toString());
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    assertThatThrownBy(() -> csv("", empty))
        .hasMessageContaining("datasets.x.path: file " + empty + " is empty");
    assertThatThrownBy(() -> csv("", folder)).hasMessageContaining("is no file that can be read");

    Path three = NpyBytes.counting(folder, 9, 3);
    Path two = NpyBytes.counting(folder, 9, 2);
    assertThatThrownBy(() -> npy("train = \"" + three + "\", test = \"" + two + "\""))
        .hasMessageContaining("datasets.x.test: " + two + " has 2 variables");
    Path cube = NpyBytes.write(folder, 1, "|u1", false, "(1, 1, 1)", new byte[1]);
    assertThatThrownBy(() -> npy("train = \"" + cube + "\"")).hasMessageContaining("is no series");
  }

  private static void assertRows(Row.Block block, Split split, int from, int to) {
    assertThat(block.split()).isEqualTo(split);
    assertThat(block.start()).isEqualTo(from);
    assertThat(block.dimension()).isEqualTo(2);
    assertThat(block.values()).hasSize(2 * (to - from)).startsWith(from, -from);
    assertThat(block.values()).endsWith(to - 1, 1 - to);
  }

  private Path table(int rows) throws IOException {
    StringBuilder text = new StringBuilder("date,a,b\n");
    for (int i = 0; i < rows; i++) {
      text.append("day ").append(i).append(',').append(i).append(',').append(-i).append('\n');
    }
    return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
  }

  private static DatasetPlan csv(String settings, Path file) {
    return plan("csv", settings + "\npath = \"" + file + "\"");
  }

  private static DatasetPlan npy(String settings) {
    return plan("npy", settings);
  }

  private static DatasetPlan plan(String source, String settings) {
    return DatasetSource.registry()
        .get(source, "source")
        .plan(Settings.parse(settings, "datasets.x"), 0);
  }

  private static Row.Block only(DatasetPlan plan, int shard) throws IOException {
    List<Row.Block> rows = rows(plan, shard);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Row.Block> rows(DatasetPlan plan, int shard) throws IOException {
    List<Row.Block> rows = new ArrayList<>();
    plan.produce(shard, row -> rows.add((Row.Block) row));
    return rows;
  }
}
