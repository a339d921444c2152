package io.ergodic.datasets.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetAssemblerTest {
  private static final Map<String, SplitCount> COUNTS =
      Map.of("train", new SplitCount(2, 5), "test", new SplitCount(1, 1));

  private static final Row TRAIN_2_FIRST = block(Split.TRAIN, "2", 0, 1, 10, 2, 20);
  private static final Row TRAIN_2_SECOND = block(Split.TRAIN, "2", 1, 3, 30);
  private static final Row TRAIN_10 = block(Split.TRAIN, "10", 0, 4, 40, 5, 50);
  private static final Row TEST = block(Split.TEST, "0", 0, 6, 60);

  @Test
  void joinsBlocksInWhateverOrderTheyCome() {
    SeriesDataset data = (SeriesDataset) assemble(TRAIN_10, TRAIN_2_SECOND, TEST, TRAIN_2_FIRST);

    assertThat(data.series(Split.TRAIN)).extracting(Series::id).containsExactly("2", "10");
    assertThat(data.series(Split.TRAIN).get(0).values()).containsExactly(1, 10, 2, 20, 3, 30);
    assertThat(data.series(Split.TEST).get(0).values()).containsExactly(6, 60);
    assertThat(data.series(Split.VALIDATION)).isEmpty();
  }

  @Test
  void standardisesWhereTheSchemaSaysSo() {
    DatasetAssembler assembler = new DatasetAssembler(manifest(true));
    List.of(TRAIN_10, TRAIN_2_SECOND, TEST, TRAIN_2_FIRST).forEach(assembler::add);

    assertThat(((SeriesDataset) assembler.assemble()).series(Split.TEST).get(0).values())
        .containsExactly((6 - 1) / 2.0, (60 - 10) / 5.0);
  }

  @Test
  void refusesMissingAndDoubledBlocks() {
    assertRefused("block 0 of train series '2' is missing", TRAIN_10, TRAIN_2_SECOND, TEST);
    assertRefused(
        "block 1 of train series '2' is missing or there twice",
        TRAIN_10,
        TRAIN_2_FIRST,
        TRAIN_2_FIRST,
        TRAIN_2_SECOND,
        TEST);
    assertRefused(
        "train has 2 series of 4 samples in all, the manifest says 2 of 5",
        TRAIN_10,
        TRAIN_2_FIRST,
        TEST);
    assertRefused("no test rows", TRAIN_10, TRAIN_2_FIRST, TRAIN_2_SECOND);
  }

  @Test
  void refusesBlocksOfAnotherWidth() {
    Row wide = new Row.Block(Split.TEST, "0", 0, 0, 1, 3, new double[] {1, 2, 3});

    assertRefused(
        "has 3 variables, the manifest says 2", TRAIN_10, TRAIN_2_FIRST, TRAIN_2_SECOND, wide);
  }

  @Test
  void ordersImagesByIndexAndRefusesMissingAndDoubledOnes() {
    Row.Image first = new Row.Image(Split.TRAIN, 3, 1, new byte[] {1, 2});
    Row.Image second = new Row.Image(Split.TRAIN, 8, 0, new byte[] {3, 4});
    Images images = ((ImageDataset) assembleImages(second, first)).images(Split.TRAIN);

    assertThat(images.pixels()).containsExactly(1, 2, 3, 4);
    assertThat(images.labels()).containsExactly(1, 0);
    assertThatThrownBy(() -> assembleImages(first)).hasMessageContaining("1 series of 1 samples");
    assertThatThrownBy(() -> assembleImages(first, first)).hasMessageContaining("there twice");
    assertThatThrownBy(() -> assembleImages()).hasMessageContaining("no train rows");
  }

  private static Dataset assembleImages(Row.Image... rows) {
    Schema schema = Schema.images(1, 2, 1, List.of("a", "b"));
    Scaler scaler = new Scaler(new double[1], new double[] {1});
    return assemble(TestManifests.of(schema, Map.of("train", new SplitCount(2, 2)), scaler), rows);
  }

  private static void assertRefused(String problem, Row... rows) {
    assertThatThrownBy(() -> assemble(rows))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("toy: ")
        .hasMessageContaining(problem);
  }

  private static Dataset assemble(Row... rows) {
    return assemble(manifest(false), rows);
  }

  private static Dataset assemble(Manifest manifest, Row... rows) {
    DatasetAssembler assembler = new DatasetAssembler(manifest);
    for (Row row : rows) {
      assembler.add(row);
    }
    return assembler.assemble();
  }

  private static Manifest manifest(boolean standardise) {
    return TestManifests.of(
        Schema.series(List.of("a", "b"), 1, 0, standardise, Map.of()),
        COUNTS,
        new Scaler(new double[] {1, 10}, new double[] {2, 5}));
  }

  private static Row block(Split split, String series, int block, double... values) {
    return new Row.Block(split, series, block, 0, 1, 2, values);
  }
}
