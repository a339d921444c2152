package io.ergodic.jobs.run;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJobs;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.suite.DatasetHandle;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.TrialGrid;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightTest {
  private static final String SUITE =
      """
      name = looked-at
      datasets {
        series { source = seasonal, channels = 2, length = 1000, context = 48 }
        images { source = attractor-net, classes = 3, size = 16
                 perClass { train = 4, validation = 2, test = 2 } }
      }
      systems {
        dlinear { epochs = 1 }
        ridge {}
        climatology {}
        cnn { epochs = 1 }
      }
      experiments {
        series { task = forecasting, forecasting { lookback = 48, horizon = 24 }
                 datasets = [series], systems = [dlinear, ridge, climatology], seeds = [1] }
        images { task = classification, datasets = [images], systems = [cnn], seeds = [1] }
      }
      """;

  @TempDir Path folder;

  /** They are taken away: nothing but manifests is left. */
  @Test
  void noShardIsReadWhereAllFits() throws IOException {
    List<TrialSpec> trials = trials(SUITE);
    removeShards();
    assertThatCode(() -> Preflight.check(trials, new Configuration())).doesNotThrowAnyException();
  }

  @Test
  void whatDoesNotFitIsSaidByTheDataItself() throws IOException {
    List<TrialSpec> trials = trials(SUITE.replace("horizon = 24", "horizon = 600"));
    assertThatThrownBy(() -> Preflight.check(trials, new Configuration()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("experiments.series")
        .hasMessageContaining("need test series of at least 648 rows");
    List<TrialSpec> longer =
        trials(SUITE.replace("ridge {}", "ridge { penalties = [1, 2] }").replace("48,", "400,"));
    assertThatThrownBy(() -> Preflight.check(longer, new Configuration()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("experiments.series");
  }

  private List<TrialSpec> trials(String text) throws IOException {
    Suite suite = Suite.read(Settings.parse(text, ""));
    Map<String, DatasetHandle> handles = new HashMap<>();
    try (SparkSession session = LocalSpark.start(2)) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      var data = new org.apache.hadoop.fs.Path(folder.toUri());
      for (GeneratedDataset made :
          new DatasetJobs(spark, data).ensure(suite.usedDatasets(), one -> {})) {
        handles.put(made.spec().name(), DatasetHandle.of(made.folder(), made.manifest()));
      }
    }
    return TrialGrid.expand(suite, handles);
  }

  private void removeShards() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.delete(file);
      }
    }
  }
}
