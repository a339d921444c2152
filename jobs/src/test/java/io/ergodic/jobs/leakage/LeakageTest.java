package io.ergodic.jobs.leakage;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Suites on two datasets that differ in their test rows alone: scalers, parameters and curves are
 * the same bits, while scores differ. One dataset of every kind, models of every engine.
 */
class LeakageTest {
  private static final String SUITE =
      """
      name = leakage
      datasets {
        orbit { source = altered, of = flow, seed = 7, settings {
          system = Lorenz, length = 900, transient = 5, shards = 2
          trajectories { train = 1, validation = 1, test = 1 } } }
        halves { source = altered, of = flow, seed = 7, settings {
          system = Rossler, length = 900, transient = 5, split = time, context = 20 } }
        waves { source = altered, of = seasonal, seed = 2, settings {
          channels = 2, length = 900, context = 24 } }
        pictures { source = altered, of = attractor-net, seed = 3, settings {
          classes = 2, size = 16, points = 500, shards = 2
          perClass { train = 12, validation = 4, test = 6 } } }
        flows { source = altered, of = attractor-series, seed = 5, settings {
          classes = 2, length = 24, shards = 2
          perClass { train = 12, validation = 4, test = 6 } } }
        heat { source = altered, of = heat, seed = 1, settings {
          points = 8, functions { train = 40, validation = 10, test = 10 } } }
      }
      systems {
        plrnn { family = shallow-plrnn, hidden = 8, sequenceLength = 20, epochs = 3
                batchesPerEpoch = 5 }
        spread = ${systems.plrnn} { averaging { workers = 2, localSteps = 2 } }
        al-rnn { latent = 4, sequenceLength = 20, epochs = 2, batchesPerEpoch = 5 }
        nvar {}
        dlinear { epochs = 3, patience = 1 }
        patchtst { epochs = 1, layers = 1, width = 8, heads = 2, hidden = 8 }
        ridge {}
        lstm-dl4j { epochs = 1 }
        cnn { epochs = 2, first = 4, second = 4, hidden = 8, batchNorm = true }
        cnn-dl4j { epochs = 1, first = 4, second = 4, hidden = 8 }
        logistic-regression { maxIterations = 5 }
        random-forest { trees = 4, maxDepth = 4 }
        gru { recipe = gru-classifier, stages.1.layer.width = 8, epochs = 2, batch = 8 }
        ridge-operator {}
      }
      experiments {
        chaos { task = reconstruction, datasets = [orbit, halves], metrics = [d_stsp, pe_1]
                systems = [plrnn, spread, al-rnn, nvar] }
        series { task = forecasting, forecasting { lookback = 24, horizon = 6 }
                 datasets = [waves], systems = [dlinear, patchtst, ridge, lstm-dl4j] }
        images { task = classification, datasets = [pictures], metrics = [nll]
                 systems = [cnn, cnn-dl4j, logistic-regression, random-forest] }
        labelled { task = classification, datasets = [flows], metrics = [nll]
                   systems = [gru, logistic-regression] }
        functions { task = operator, datasets = [heat], systems = [ridge-operator] }
      }
      """;

  /** Of a kind that no task is for yet: the dataset alone is made. */
  private static final String TEXT =
      "source = altered, of = text, settings { path = pom.xml, fractions = [0.5, 0.25, 0.25] }";

  @TempDir Path folder;

  private static SparkSession session;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @AfterEach
  void asItIs() {
    AlteredSource.alter(Optional.empty());
  }

  /** Makes all datasets, with one split altered or none. */
  private void generate(String name, Optional<Split> altered) throws IOException {
    AlteredSource.alter(altered);
    DatasetJob job =
        new DatasetJob(
            JavaSparkContext.fromSparkContext(session.sparkContext()),
            new org.apache.hadoop.fs.Path(folder.resolve(name + "-data").toUri()));
    job.ensure(DatasetSpec.read("text", Settings.parse(TEXT, "datasets.text")));
    for (DatasetSpec spec : Suite.read(Settings.parse(SUITE, "")).usedDatasets()) {
      job.ensure(spec);
    }
  }

  private List<TrialRecord> run(String name, Optional<Split> altered) throws IOException {
    generate(name, altered);
    return new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(SUITE, "")),
            new OutputFolder(folder.resolve(name).toString(), new Configuration(false)),
            folder.resolve(name + "-data").toString(),
            new PrintStream(OutputStream.nullOutputStream()))
        .run(RunOptions.DEFAULT);
  }

  private Map<String, Manifest> manifests(String name) throws IOException {
    Map<String, Manifest> manifests = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name + "-data"))) {
      for (Path file : files.filter(path -> path.endsWith(Manifest.FILE)).toList()) {
        Manifest manifest = ManifestJson.read(Files.readString(file), file.toString());
        manifests.put(manifest.name(), manifest);
      }
    }
    return manifests;
  }

  private Map<String, String> models(String name) throws IOException {
    Map<String, String> models = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder.resolve(name).resolve("models"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".crc")) {
          byte[] bytes = Files.readAllBytes(file);
          models.put(file.getFileName().toString(), bytes.length + " " + Arrays.hashCode(bytes));
        }
      }
    }
    return models;
  }

  @Test
  void testRowsChangeNoScalerNoParameterAndNoCurve() throws IOException {
    List<TrialRecord> plain = run("plain", Optional.empty());
    List<TrialRecord> other = run("other", Optional.of(Split.TEST));
    Map<String, Manifest> before = manifests("plain");
    Map<String, Manifest> after = manifests("other");
    TreeSet<String> kinds = new TreeSet<>();
    before.forEach(
        (name, manifest) -> {
          kinds.add(manifest.schema().kind());
          Manifest altered = after.get(name);
          assertThat(altered.hash()).isEqualTo(manifest.hash());
          assertThat(altered.shards()).as("rows of " + name).isNotEqualTo(manifest.shards());
          assertThat(altered.scaler().mean()).as(name).isEqualTo(manifest.scaler().mean());
          assertThat(altered.scaler().deviation())
              .as(name)
              .isEqualTo(manifest.scaler().deviation());
        });
    assertThat(kinds).isEqualTo(DataKind.registry().names());

    Map<String, String> models = models("plain");
    assertThat(models).hasSizeGreaterThan(15);
    assertThat(models("other")).isEqualTo(models);
    assertThat(other).hasSameSizeAs(plain);
    int validated = 0;
    for (int i = 0; i < plain.size(); i++) {
      TrialRecord one = plain.get(i);
      if (one.role() == Role.MODEL) {
        String trial = one.experiment() + " " + one.dataset() + " " + one.system();
        assertThat(one.failed()).as(trial + ": " + one.reason()).isFalse();
        assertThat(other.get(i).trial()).isEqualTo(one.trial());
        // As text, in which no number is equal to no number.
        assertThat(Arrays.deepToString(other.get(i).curve()))
            .as(trial)
            .isEqualTo(Arrays.deepToString(one.curve()));
        validated += one.curve().length > 0 && Double.isFinite(one.curve()[0][2]) ? 1 : 0;
        assertThat(values(other.get(i))).as(trial).isNotEqualTo(values(one));
      }
    }
    assertThat(validated).as("curves of validation").isGreaterThan(4);
  }

  /** The scaler of a text has no entries, all others have to stay where they are. */
  @Test
  void validationRowsChangeNoScaler() throws IOException {
    generate("plain", Optional.empty());
    generate("other", Optional.of(Split.VALIDATION));
    Map<String, Manifest> before = manifests("plain");
    Map<String, Manifest> after = manifests("other");
    assertThat(before).hasSize(7);
    before.forEach(
        (name, manifest) -> {
          assertThat(after.get(name).shards()).as(name).isNotEqualTo(manifest.shards());
          assertThat(after.get(name).scaler())
              .usingRecursiveComparison()
              .as(name)
              .isEqualTo(manifest.scaler());
        });
  }

  private static List<Double> values(TrialRecord record) {
    return record.scores().stream().map(Score::value).toList();
  }
}
