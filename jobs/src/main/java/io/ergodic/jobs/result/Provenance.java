package io.ergodic.jobs.result;

import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.suite.Suite;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.nd4j.linalg.factory.Nd4j;

/** Where a run's results came from: what someone needs to run it again. */
public final class Provenance {
  private Provenance() {}

  /**
   * Label and value, in the order they are to be shown.
   *
   * @param notes of each dataset: what reading it decided that nobody wrote down
   */
  public static Map<String, String> of(
      Suite suite, Map<String, List<String>> notes, SparkConf spark) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Suite", suite.name());
    facts.put("Spec hash", new ContentHash().add(suite.resolved()).hex());
    facts.put(
        "Seeds",
        suite.experiments().stream()
            .map(experiment -> experiment.name() + " " + experiment.seeds())
            .collect(Collectors.joining(", ")));
    notes.forEach((dataset, sentences) -> facts.put("Data " + dataset, lines(sentences)));
    facts.put("Ergodic", Build.version() + ", revision " + Build.revision());
    facts.put("Spark", org.apache.spark.package$.MODULE$.SPARK_VERSION());
    facts.put("Master", spark.get("spark.master", "local"));
    facts.put(
        "libtorch", version(org.bytedeco.pytorch.presets.torch.class, "org.bytedeco", "pytorch"));
    facts.put("ND4J", version(Nd4j.class, "org.nd4j", "nd4j-api"));
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

  private static String lines(List<String> sentences) {
    return sentences.stream()
        .map(sentence -> sentence.endsWith(".") ? sentence : sentence + ".")
        .collect(Collectors.joining(" "));
  }

  /** From the manifest, or where that is silent from what Maven leaves in a jar. */
  private static String version(Class<?> type, String group, String artifact) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? mavenVersion(type, group, artifact) : version;
  }

  private static String mavenVersion(Class<?> type, String group, String artifact) {
    String name = "/META-INF/maven/" + group + "/" + artifact + "/pom.properties";
    try (InputStream stream = type.getResourceAsStream(name)) {
      Properties properties = new Properties();
      if (stream != null) {
        properties.load(stream);
      }
      return properties.getProperty("version", "unknown");
    } catch (IOException unreadable) {
      return "unknown";
    }
  }
}
