package io.ergodic.evaluation.report;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Seconds and megabytes of the report of a made-up suite with figures of a usual size: {@code java
 * ... ReportSizeBenchmark FOLDER SYSTEMS DATASETS SEEDS}.
 */
final class ReportSizeBenchmark {
  private static final int POINTS = 1500;
  private static final List<String> METRICS = List.of("d_stsp", "d_h", "pe_20", "lyapunov_max");

  private ReportSizeBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int systems = Integer.parseInt(arguments[1]);
    int datasets = Integer.parseInt(arguments[2]);
    int seeds = Integer.parseInt(arguments[3]);
    List<TrialRecord> trials = new ArrayList<>();
    for (int d = 0; d < datasets; d++) {
      for (int s = 0; s < systems; s++) {
        for (int seed = 1; seed <= seeds; seed++) {
          trials.add(trial("dataset" + d, "system" + s, seed, s));
        }
      }
    }
    ReportInput input =
        new ReportInput(
            "Size",
            "How large a report gets.",
            "size",
            trials,
            trial -> List.of(attractor(trial)),
            Map.of(),
            "{}",
            Map.of(),
            Metric.registry());
    long start = System.nanoTime();
    HtmlReport.write(input, ReportFiles.in(folder));
    double seconds = (System.nanoTime() - start) * 1e-9;
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    double heap = (runtime.totalMemory() - runtime.freeMemory()) * 1e-6;
    System.out.printf(
        Locale.ROOT,
        "%d systems, %d datasets, %d trials: %.1f s, heap afterwards %.0f MB%n",
        systems,
        datasets,
        trials.size(),
        seconds,
        heap);
    long all = 0;
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        long bytes = Files.size(file);
        all += bytes;
        if (file.toString().endsWith(".html")) {
          System.out.printf(Locale.ROOT, "%s %.1f MB%n", file.getFileName(), bytes * 1e-6);
        }
      }
    }
    System.out.printf(Locale.ROOT, "all files %.0f MB%n", all * 1e-6);
  }

  private static TrialRecord trial(String dataset, String system, long seed, int quality) {
    RandomGenerator random = RandomStreams.stream(seed, dataset, system);
    List<Score> scores = new ArrayList<>();
    for (String metric : METRICS) {
      scores.add(Score.of(metric, 1, 0.1 + 0.01 * quality + 0.5 * random.nextDouble()));
    }
    double[][] curve = new double[400][];
    for (int i = 0; i < curve.length; i++) {
      curve[i] = new double[] {i + 1, Math.exp(-0.01 * i) + 0.1 * random.nextDouble(), Double.NaN};
    }
    return new TrialRecord(
        dataset + "-" + system + "-" + seed,
        "chaos",
        "reconstruction",
        dataset,
        "d41d8c",
        system,
        Role.MODEL,
        "family",
        seed,
        TrialRecord.OK,
        null,
        scores,
        METRICS,
        Map.of(),
        1000,
        "jvm",
        "cpu",
        Map.of("train", 1.0),
        curve,
        List.of(ArtefactJson.kind(Artefact.Attractor.class)),
        List.of(),
        "r1",
        "");
  }

  private static Artefact attractor(TrialRecord trial) {
    RandomGenerator random = RandomStreams.stream(trial.seed(), trial.system());
    return new Artefact.Attractor(
        List.of("x", "y", "z"), orbit(new float[3]), orbit(start(random)));
  }

  private static float[] start(RandomGenerator random) {
    return new float[] {random.nextFloat(), random.nextFloat(), random.nextFloat()};
  }

  private static float[][] orbit(float[] start) {
    float[][] rows = new float[POINTS][3];
    for (int i = 0; i < POINTS; i++) {
      for (int j = 0; j < 3; j++) {
        rows[i][j] = start[j] + (float) (20 * Math.sin(0.05 * i * (j + 1)));
      }
    }
    return rows;
  }
}
