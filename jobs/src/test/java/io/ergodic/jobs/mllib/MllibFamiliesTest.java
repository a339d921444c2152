package io.ergodic.jobs.mllib;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.testing.LocalSpark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class MllibFamiliesTest {
  private static final int SIDE = 4;

  private final ImageDataset data = stripes(120);

  @Test
  void rowsAreThePixelsOfABatch() {
    try (SparkSession session = LocalSpark.start(2)) {
      List<Row> rows = ExampleRows.of(session, data, Split.TRAIN).collectAsList();
      Batch batch = batch(data);

      assertThat(rows).hasSize(batch.count());
      for (int i = 0; i < rows.size(); i++) {
        Vector features = rows.get(i).getAs("features");
        assertThat(rows.get(i).<Double>getAs("label")).isEqualTo(batch.ints(Batch.TARGET)[i]);
        for (int k = 0; k < SIDE * SIDE; k++) {
          assertThat(features.apply(k)).isEqualTo(batch.floats(Batch.INPUT)[i * SIDE * SIDE + k]);
        }
      }
    }
  }

  @Test
  void bothFamiliesLearnToTellStripesApart() {
    try (SparkSession session = LocalSpark.start(2)) {
      Fitted regression = fit(session, "logistic-regression", "regularisation = 0.01");
      Fitted forest = fit(session, "random-forest", "trees = 10");

      assertThat(accuracy(regression)).isGreaterThan(0.9);
      assertThat(accuracy(forest)).isGreaterThan(0.9);
      assertThat(regression.parameters()).isEqualTo(3 * SIDE * SIDE + 3);
      assertThat(regression.curve()).hasSizeGreaterThan(2);
      assertThat(regression.curve().get(0).training()).isCloseTo(Math.log(3), within(1e-9));
      assertThat(forest.parameters()).isPositive();
    }
  }

  @Test
  void aForestOfStumplessTreesKnowsOnlyTheShares() {
    try (SparkSession session = LocalSpark.start(1)) {
      Fitted forest = fit(session, "random-forest", "trees = 400, maxDepth = 0");

      for (float probability : probabilities(forest)) {
        assertThat(probability).isCloseTo(1f / 3, within(0.02f));
      }
      assertThat(forest.parameters()).isEqualTo(400 * 2);
    }
  }

  @Test
  void oneThreadAndTwoGiveTheSameBits() {
    Map<String, String> families = Map.of("logistic-regression", "", "random-forest", "trees = 20");
    Map<String, float[]> one = new HashMap<>();
    try (SparkSession session = LocalSpark.start(1)) {
      families.forEach(
          (family, settings) -> one.put(family, probabilities(fit(session, family, settings))));
    }
    try (SparkSession session = LocalSpark.start(2)) {
      for (int attempt = 0; attempt < 3; attempt++) {
        families.forEach(
            (family, settings) ->
                assertThat(probabilities(fit(session, family, settings)))
                    .as(family)
                    .isEqualTo(one.get(family)));
      }
    }
  }

  /** Three partitions, whose counts add up to the same in any order. */
  @Test
  void aForestOfManyPartitionsHasTheSameBitsOnAnyNumberOfThreads() {
    ImageDataset many = stripes(9000);
    List<float[]> answers = new ArrayList<>();
    for (int threads : new int[] {1, 2, 3, 2}) {
      try (SparkSession session = LocalSpark.start(threads)) {
        var rows = ExampleRows.of(session, many, Split.TRAIN);
        assertThat(rows.rdd().getNumPartitions()).isEqualTo(3);
        Fitted forest =
            DistributedFamily.registry()
                .get("random-forest", "systems.x")
                .create(Settings.parse("trees = 5, maxDepth = 3", "systems.x"))
                .fit(rows, 7);
        answers.add(probabilities(forest));
      }
    }
    assertThat(answers).allSatisfy(one -> assertThat(one).isEqualTo(answers.get(0)));
    assertThat(ExampleRows.partitions(10)).isEqualTo(2);
    assertThat(ExampleRows.partitions(60_000)).isEqualTo(15);
  }

  @Test
  void unknownSettingsAreRefused() {
    try (SparkSession session = LocalSpark.start(1)) {
      assertThatThrownBy(() -> fit(session, "logistic-regression", "maxIteration = 3"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("systems.x.maxIteration")
          .hasMessageContaining("maxIterations");
      assertThatThrownBy(() -> fit(session, "random-forest", "features = half"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("systems.x.features");
    }
  }

  private Fitted fit(SparkSession session, String family, String settings) {
    return DistributedFamily.registry()
        .get(family, "systems.x")
        .create(Settings.parse(settings, "systems.x"))
        .fit(ExampleRows.of(session, data, Split.TRAIN), 7);
  }

  private float[] probabilities(Fitted fitted) {
    Batch batch = batch(data);
    float[] probabilities = new float[batch.count() * 3];
    fitted.model().classify(batch.floats(Batch.INPUT), batch.count(), probabilities);
    return probabilities;
  }

  private double accuracy(Fitted fitted) {
    float[] probabilities = probabilities(fitted);
    int[] labels = batch(data).ints(Batch.TARGET);
    int right = 0;
    for (int i = 0; i < labels.length; i++) {
      float own = probabilities[i * 3 + labels[i]];
      boolean best = true;
      float sum = 0;
      for (int c = 0; c < 3; c++) {
        best &= probabilities[i * 3 + c] <= own;
        sum += probabilities[i * 3 + c];
      }
      assertThat(sum).isCloseTo(1, within(1e-5f));
      right += best ? 1 : 0;
    }
    return right / (double) labels.length;
  }

  private static Batch batch(ImageDataset data) {
    Images images = data.images(Split.TRAIN);
    LabelledImages pixels = new LabelledImages(images, data.manifest().scaler());
    return new Sequential(pixels, images.count()).iterator().next();
  }

  /** Noise with one bright row: row 0, 1 or 2 is the class. */
  private static ImageDataset stripes(int count) {
    RandomGenerator random = RandomStreams.stream(3, "stripes");
    byte[] pixels = new byte[count * SIDE * SIDE];
    int[] labels = new int[count];
    Moments moments = new Moments(1);
    for (int i = 0; i < count; i++) {
      labels[i] = i % 3;
      for (int k = 0; k < SIDE * SIDE; k++) {
        boolean bright = k / SIDE == labels[i];
        pixels[i * SIDE * SIDE + k] = (byte) (random.nextInt(150) + (bright ? 100 : 0));
        moments.add(pixels, i * SIDE * SIDE + k, 1 / 255.0);
      }
    }
    Manifest manifest =
        new Manifest(
            Manifest.VERSION,
            "stripes",
            "0123456789abcdef",
            "test",
            1,
            3,
            JsonNodeFactory.instance.objectNode(),
            Schema.images(SIDE, SIDE, 1, List.of("top", "middle", "low")),
            List.of(),
            Map.of(),
            moments.scaler());
    return new ImageDataset(
        manifest, Map.of(Split.TRAIN, new Images(SIDE, SIDE, 1, pixels, labels)));
  }
}
