package io.ergodic.evaluation.report;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A made-up suite of three tasks: invented scores, figures computed from Lorenz's equations. */
public final class ReportFixture {
  public static final String HOSTILE = "</script><b onclick=\"x\">&'";
  private static final List<String> CLASSES =
      List.of("Lorenz", "Rossler", "Chua", "Thomas", "Halvorsen", "Aizawa");

  private record Entry(
      String name, String title, String task, Direction direction, String description)
      implements Metric {
    @Override
    public double value(Evidence evidence) {
      throw new UnsupportedOperationException("scores are made up");
    }
  }

  private static final Map<String, List<Artefact>> FIGURES = new HashMap<>();

  private ReportFixture() {}

  /** Keeps the figures of a trial; gives their kinds. */
  static List<String> kept(String trial, List<Artefact> artefacts) {
    FIGURES.put(trial, artefacts);
    return ArtefactJson.kinds(artefacts);
  }

  public static ReportInput input() {
    List<TrialRecord> trials = new ArrayList<>();
    for (String dataset : List.of("lorenz63", "rossler")) {
      trials.add(trial("dynamics", "reconstruction", dataset, TrialRecord.FLOOR, 1, 0.02));
      for (String system : List.of("shallow-plrnn", "al-rnn", "nvar", "persistence")) {
        for (int seed = 1; seed <= 5; seed++) {
          double level = 0.1 + 0.25 * (system.length() % 5) + 0.03 * seed;
          trials.add(
              system.equals("nvar") && seed == 3
                  ? failed("dynamics", "reconstruction", dataset, system, seed)
                  : trial("dynamics", "reconstruction", dataset, system, seed, level));
        }
      }
    }
    for (String system : List.of("patch-transformer", "dlinear", "climatology")) {
      for (int seed = 1; seed <= 2; seed++) {
        double level = 0.37 + 0.02 * (system.length() % 7) + 0.001 * seed;
        trials.add(trial("forecast", "forecasting", "etth1", system, seed, level));
      }
    }
    for (String system : List.of("cnn", "random-forest")) {
      for (int seed = 1; seed <= 3; seed++) {
        double level = system.equals("cnn") ? 0.97 : 0.88;
        trials.add(trial("images", "classification", "attractornet", system, seed, level));
      }
    }
    trials.addAll(AveragingFixture.trials());
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("Spec hash", "9f2c41d07be8");
    provenance.put("Revision", "7b73771");
    provenance.put("Versions", "Java 17.0.15, Spark 3.5.7");
    provenance.put("Machine", "2 cores " + HOSTILE);
    return new ReportInput(
        "Three domains, one command",
        "How do recurrent, linear and deep models compare on a chaotic system, a series, images?",
        "quickstart",
        trials,
        trial -> FIGURES.getOrDefault(trial.trial(), List.of()),
        provenance,
        "experiments { dynamics { note = \"" + HOSTILE + "\" } }",
        Map.of(),
        Registry.<Metric>of("metric", metrics()));
  }

  private static List<Metric> metrics() {
    return List.of(
        entry("d-stsp", "D_stsp", "reconstruction", Direction.LOWER_IS_BETTER),
        entry("lambda-max", "λ_max", "reconstruction", Direction.CLOSER_TO_FLOOR_IS_BETTER),
        entry("mse", "MSE", "forecasting", Direction.LOWER_IS_BETTER),
        entry("mae", "MAE", "forecasting", Direction.LOWER_IS_BETTER),
        entry("accuracy", "Accuracy", "classification", Direction.HIGHER_IS_BETTER),
        entry("nll", "NLL", "classification", Direction.LOWER_IS_BETTER));
  }

  private static Metric entry(String name, String title, String task, Direction direction) {
    return new Entry(name, title, task, direction, "Definition of " + title + ".");
  }

  private static List<String> names(String task) {
    return metrics().stream().filter(m -> m.task().equals(task)).map(Metric::name).toList();
  }

  private static TrialRecord failed(
      String experiment, String task, String dataset, String system, int seed) {
    return record(experiment, task, dataset, system, seed, "loss is NaN " + HOSTILE, List.of());
  }

  private static TrialRecord trial(
      String experiment, String task, String dataset, String system, int seed, double level) {
    List<Score> scores = new ArrayList<>();
    double factor = 1;
    for (String metric : names(task)) {
      scores.add(Score.of(metric, 1, level * factor));
      factor = 0.8 * factor;
    }
    return record(experiment, task, dataset, system, seed, null, scores);
  }

  private static TrialRecord record(
      String experiment,
      String task,
      String dataset,
      String system,
      int seed,
      String reason,
      List<Score> scores) {
    RandomGenerator random = RandomStreams.stream(seed, dataset, system);
    double[][] curve = new double[40][];
    for (int i = 0; i < curve.length; i++) {
      double loss = 2 * Math.exp(-i / (4.0 + system.length())) + 0.02 + 0.01 * random.nextDouble();
      curve[i] = new double[] {i + 1, loss, i % 4 == 3 ? loss * 1.3 : Double.NaN};
    }
    boolean floor = system.equals(TrialRecord.FLOOR);
    boolean failed = reason != null;
    return new TrialRecord(
        dataset + "-" + system + "-" + seed,
        experiment,
        task,
        dataset,
        "d41d8c",
        system,
        floor ? Role.FLOOR : Role.MODEL,
        system,
        seed,
        failed ? TrialRecord.FAILED : TrialRecord.OK,
        reason,
        scores,
        names(task),
        system.equals("shallow-plrnn") ? Map.of("d-stsp", 0.26) : Map.of(),
        floor ? 0 : 100 * system.length(),
        "jvm",
        "cpu",
        Map.of("load", 0.2, "train", 1.5 * system.length() + seed, "evaluate", 0.7),
        floor ? new double[0][] : curve,
        kept(
            dataset + "-" + system + "-" + seed,
            floor || failed ? List.of() : artefacts(task, system, random)),
        List.of(),
        "r1",
        "");
  }

  private static List<Artefact> artefacts(String task, String system, RandomGenerator random) {
    return switch (task) {
      case "reconstruction" -> reconstruction(system);
      case "forecasting" ->
          List.of(forecast("OT", system.length()), forecast("HUFL", system.length() + 2));
      default -> List.of(confusion(random), examples(random));
    };
  }

  private static List<Artefact> reconstruction(String system) {
    float[][] run = lorenz(1 + 0.01 * system.length());
    List<Artefact> artefacts = new ArrayList<>();
    artefacts.add(new Artefact.Attractor(List.of("x", "y", "z"), lorenz(1), run));
    artefacts.add(spectrum("x", system.length()));
    artefacts.add(spectrum("z", system.length() + 1));
    if (system.endsWith("rnn")) {
      artefacts.add(PortraitFixture.of(run));
    }
    return artefacts;
  }

  /** Lorenz's equations by small Euler steps, good enough to look at. */
  private static float[][] lorenz(double start) {
    double x = start;
    double y = start;
    double z = 20;
    float[][] rows = new float[1500][];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < 20; k++) {
        double dx = 10 * (y - x);
        double dy = x * (28 - z) - y;
        double dz = x * y - 8.0 / 3 * z;
        x += 0.001 * dx;
        y += 0.001 * dy;
        z += 0.001 * dz;
      }
      rows[i] = new float[] {(float) x, (float) y, (float) z};
    }
    return rows;
  }

  private static Artefact spectrum(String column, int phase) {
    float[][] values = new float[3][200];
    for (int i = 0; i < 200; i++) {
      values[0][i] = 0.02f * (i + 1);
      values[1][i] = (float) (Math.exp(-0.03 * i) * (1.2 + Math.sin(0.3 * i)));
      values[2][i] = (float) (Math.exp(-0.028 * i) * (1.2 + Math.sin(0.3 * i + 0.1 * phase)));
    }
    return new Artefact.Spectrum(column, values[0], values[1], values[2]);
  }

  private static Artefact forecast(String column, int phase) {
    float[] context = new float[120];
    float[] truth = new float[96];
    float[] forecast = new float[96];
    for (int i = 0; i < 216; i++) {
      float value = (float) (Math.sin(0.26 * i) + 0.4 * Math.sin(0.05 * i));
      if (i < 120) {
        context[i] = value;
      } else {
        truth[i - 120] = value;
        forecast[i - 120] = (float) (value * 0.9 + 0.1 * Math.sin(0.2 * i + phase));
      }
    }
    return new Artefact.Forecast(column, context, truth, forecast);
  }

  private static Artefact confusion(RandomGenerator random) {
    int[][] counts = new int[CLASSES.size()][CLASSES.size()];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts.length; j++) {
        counts[i][j] = i == j ? 80 + random.nextInt(20) : random.nextInt(6);
      }
    }
    return new Artefact.Confusion(CLASSES, counts);
  }

  private static Artefact examples(RandomGenerator random) {
    int[][] pixels = new int[12][28 * 28];
    int[] truth = new int[12];
    int[] predicted = new int[12];
    for (int n = 0; n < 12; n++) {
      truth[n] = n % CLASSES.size();
      predicted[n] = n == 4 ? (truth[n] + 1) % CLASSES.size() : truth[n];
      for (int i = 0; i < 4000; i++) {
        double angle = 0.01 * i * (1 + truth[n]);
        int x = (int) (14 + 10 * Math.sin(angle) * Math.cos(0.013 * i) + random.nextDouble());
        int y = (int) (14 + 10 * Math.cos(1.3 * angle) + random.nextDouble());
        int at = 28 * y + x;
        pixels[n][at] = Math.min(255, pixels[n][at] + 14);
      }
    }
    return new Artefact.Examples(28, 28, CLASSES, pixels, truth, predicted);
  }
}
