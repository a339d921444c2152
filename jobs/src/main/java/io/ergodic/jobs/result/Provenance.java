package io.ergodic.jobs.result;

import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.suite.Suite;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.nd4j.linalg.factory.Nd4j;

/** Where a run's results came from: what someone needs to run it again. */
public final class Provenance {
  private Provenance() {}

  /** Label and value, in the order they are to be shown. */
  public static Map<String, String> of(Suite suite, SparkConf spark) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Suite", suite.name());
    facts.put("Spec hash", new ContentHash().add(suite.resolved()).hex());
    facts.put(
        "Seeds",
        suite.experiments().stream()
            .map(experiment -> experiment.name() + " " + experiment.seeds())
            .collect(Collectors.joining(", ")));
    facts.put("Ergodic", Build.version() + ", revision " + Build.revision());
    facts.put("Spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    facts.put("Master", spark.get("spark.master", "local"));
    facts.put("libtorch", version(org.bytedeco.pytorch.presets.torch.class));
    facts.put("ND4J", version(Nd4j.class));
    facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
    facts.put(
        "Machine",
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " cores");
    return facts;
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
