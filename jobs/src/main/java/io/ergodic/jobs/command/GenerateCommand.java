package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.spark.Sessions;
import io.ergodic.jobs.suite.Suite;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the datasets of a suite as Parquet without training anything. */
@Command(
    name = "generate",
    description = "Write the datasets that a suite defines, all or those named.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
  @Mixin private SuiteOptions suite;

  @Parameters(index = "1..*", paramLabel = "DATASET", description = "Only these datasets.")
  private List<String> names = new ArrayList<>();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Map<String, DatasetSpec> datasets = Suite.datasets(suite.settings());
    for (String name : names) {
      if (!datasets.containsKey(name)) {
        throw new InvalidInputException(
            suite.file()
                + ": no dataset '"
                + name
                + "'; "
                + NearestName.hint(name, datasets.keySet()));
      }
    }
    PrintWriter out = spec.commandLine().getOut();
    try (SparkSession session = Sessions.start("ergodic generate")) {
      JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
      DatasetJob job = new DatasetJob(spark, new Path(suite.data()));
      for (DatasetSpec dataset : datasets.values()) {
        if (names.isEmpty() || names.contains(dataset.name())) {
          out.println(dataset.name() + ": " + job.ensure(dataset));
          out.flush();
        }
      }
    }
    return 0;
  }
}
