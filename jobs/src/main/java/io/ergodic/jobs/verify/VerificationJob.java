package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.Invariants;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.invariant.SubjectProvider;
import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.file.StoredFolder;
import io.ergodic.jobs.result.OutputLock;
import io.ergodic.jobs.spark.BackgroundJob;
import io.ergodic.jobs.spark.SharedConfiguration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Computes what is missing of a verified table and writes the table and its report. One Spark task
 * a system, the dearest first; each writes its own row the moment it ends, so that a run that was
 * interrupted goes on where it ended.
 */
public final class VerificationJob {
  /** Part of every row's key: raise it when a change of method makes stored rows void. */
  private static final int METHOD = 3;

  private static final long POLL_MILLISECONDS = 500;

  private final SparkSession session;
  private final JavaSparkContext spark;
  private final Path output;
  private final VerificationStore store;
  private final PrintStream out;
  private Map<String, DatasetSpec> written = Map.of();

  /**
   * @param folder where everything goes, on any file system that the executors reach
   * @param out where progress is shown
   */
  public VerificationJob(SparkSession session, String folder, PrintStream out) throws IOException {
    this.session = session;
    this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    Path given = new Path(folder);
    this.output = given.getFileSystem(spark.hadoopConfiguration()).makeQualified(given);
    this.store = new VerificationStore(output, spark.hadoopConfiguration(), out::println);
    this.out = out;
  }

  /**
   * Verifies systems that a file writes down, see {@link WrittenSubjects}.
   *
   * @param systems by name
   */
  public List<VerifiedSystem> run(Map<String, DatasetSpec> systems, double budget)
      throws IOException {
    written = Map.copyOf(systems);
    return run(systems.values().stream().map(WrittenSubjects::subject).toList(), budget);
  }

  /**
   * Verifies systems.
   *
   * @param budget seconds of processor time for the Lyapunov spectrum of each; rows that had less
   *     and did not converge are computed again
   * @return a row for each, in the order given
   */
  public List<VerifiedSystem> run(List<Subject> subjects, double budget) throws IOException {
    Configuration configuration = spark.hadoopConfiguration();
    output.getFileSystem(configuration).mkdirs(output);
    try (OutputLock lock = OutputLock.take(output, configuration, out::println)) {
      new StoredFolder(output, configuration).sweep();
      store.sweep();
      return locked(subjects, budget);
    }
  }

  private List<VerifiedSystem> locked(List<Subject> subjects, double budget) throws IOException {
    List<Subject> missing = new ArrayList<>();
    for (Subject subject : subjects) {
      if (store.read(subject.name(), key(subject), budget).isEmpty()) {
        missing.add(subject);
      }
    }
    out.printf(
        Locale.ROOT,
        "verify: %d systems, %d done before, %d to run%n",
        subjects.size(),
        subjects.size() - missing.size(),
        missing.size());
    long start = System.nanoTime();
    if (!missing.isEmpty()) {
      missing.sort(Comparator.comparingDouble(Subject::cost).reversed());
      compute(missing, budget);
    }
    List<VerifiedSystem> rows = new ArrayList<>();
    for (Subject subject : subjects) {
      rows.add(store.read(subject.name(), key(subject), budget).orElseThrow());
    }
    new VerificationTables(session, output).write(rows);
    out.printf(Locale.ROOT, "verify: done in %.0f s%n", (System.nanoTime() - start) * 1e-9);
    return rows;
  }

  private void compute(List<Subject> missing, double budget) throws IOException {
    spark.setJobDescription("invariants of " + missing.size() + " systems");
    Map<String, String> keys = new TreeMap<>();
    missing.forEach(subject -> keys.put(subject.name(), key(subject)));
    JavaFutureAction<List<String>> job = submit(missing, budget);
    boolean done = false;
    int finished = 0;
    while (!done) {
      done = BackgroundJob.ends(job, POLL_MILLISECONDS);
      for (String name : List.copyOf(keys.keySet())) {
        VerifiedSystem row = store.read(name, keys.get(name), budget).orElse(null);
        if (row != null) {
          keys.remove(name);
          finished++;
          out.printf(
              Locale.ROOT,
              "[%d/%d] %s: %s %s (%.1f s)%n",
              finished,
              missing.size(),
              name,
              row.status(),
              row.spectrum().isEmpty()
                  ? row.reason()
                  : String.format(Locale.ROOT, "%.5g +- %.1g", row.largest(), row.largestError()),
              row.seconds());
        }
      }
    }
  }

  private JavaFutureAction<List<String>> submit(List<Subject> missing, double budget) {
    Broadcast<SerializableConfiguration> configuration = SharedConfiguration.of(spark);
    String folder = output.toString();
    String revision = Build.revision();
    List<String> names = missing.stream().map(Subject::name).toList();
    Map<String, DatasetSpec> specs = new HashMap<>(written);
    return spark
        .parallelize(names, names.size())
        .map(
            name -> {
              DatasetSpec spec = specs.get(name);
              Subject subject =
                  spec == null
                      ? SubjectProvider.select(List.of(name), "task").get(0)
                      : WrittenSubjects.subject(spec);
              Invariants invariants = compute(subject, budget);
              new VerificationStore(new Path(folder), configuration.value().value(), damage -> {})
                  .write(
                      VerifiedSystem.of(key(subject, spec), revision, budget, subject, invariants));
              return name;
            })
        .collectAsync();
  }

  /** A system that breaks is a failed row, not a failed run. */
  private static Invariants compute(Subject subject, double budget) {
    try {
      return Invariants.of(subject, budget);
    } catch (RuntimeException broken) {
      return Invariants.failed(broken.toString());
    }
  }

  private String key(Subject subject) {
    return key(subject, written.get(subject.name()));
  }

  /**
   * Of everything but the budget: a spectrum that has converged is the same under any larger.
   *
   * @param spec of equations that are written down; null for a system of the catalogue
   */
  private static String key(Subject subject, DatasetSpec spec) {
    ContentHash hash =
        new ContentHash()
            .add(METHOD)
            .add(subject.name())
            .add(subject.factory().system(1))
            .add(subject.timescale())
            .add(LyapunovSettings.standard(subject).seconds(0));
    if (spec != null) {
      hash.add(spec.settings());
    }
    return hash.hex().substring(0, 16);
  }
}
