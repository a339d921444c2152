package io.ergodic.jobs.trial;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.evidence.EvaluationFailedException;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.device.Device;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers the record of a trial while it runs. */
public final class RecordBuilder {
  private static final int CURVE_POINTS = 400;

  private final TrialSpec spec;
  private final Map<String, Double> seconds = new TreeMap<>();
  private String engine = "";
  private String device = Device.CPU.describe();
  private int parameters;
  private double[][] curve = {};
  private List<Score> scores = List.of();
  private List<String> notes = List.of();
  private final List<Artefact> artefacts = new ArrayList<>();
  private final Set<String> figures = new LinkedHashSet<>();
  private final Set<String> metrics;
  private String revision = Build.revision();
  private String digest;
  private boolean continued;

  public RecordBuilder(TrialSpec spec) {
    this.spec = spec;
    this.metrics = new LinkedHashSet<>(spec.metrics());
    this.digest = spec.resolved().digest();
  }

  /** Goes on with the record of a training that is to be scored by more metrics. */
  public void continues(TrialRecord before) {
    continued = true;
    engine = before.engine();
    device = before.device();
    parameters = before.parameters();
    curve = before.curve();
    scores = before.scores();
    notes = before.notes();
    revision = before.revision();
    digest = before.digest();
    seconds.putAll(before.seconds());
    figures.addAll(before.figures());
    metrics.addAll(before.metrics());
  }

  /** Work that may fail like a file. */
  @FunctionalInterface
  public interface Phase<T> {
    T run() throws IOException;
  }

  /** Runs a phase and keeps its wall time, also when it fails. */
  public <T> T timed(String phase, Phase<T> work) throws IOException {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      seconds.merge(phase, (System.nanoTime() - start) * 1e-9, Double::sum);
    }
  }

  public void engine(String label) {
    engine = label;
  }

  /** Where the training computed; the processor unless told. */
  public void device(String label) {
    device = label;
  }

  public void trained(int count, List<EpochLoss> losses) {
    parameters = count;
    int stride = Math.max(1, (losses.size() + CURVE_POINTS - 1) / CURVE_POINTS);
    curve =
        losses.stream()
            .filter(loss -> loss.epoch() % stride == 0 || loss.epoch() == losses.size() - 1)
            .map(loss -> new double[] {loss.epoch() + 1, loss.training(), loss.validation()})
            .toArray(double[][]::new);
  }

  /** Takes a figure of the training. */
  public void figure(Artefact artefact) {
    artefacts.add(artefact);
    figures.add(ArtefactJson.kind(artefact.getClass()));
  }

  /** The figures taken since it began, to be kept beside the record. */
  public List<Artefact> artefacts() {
    return List.copyOf(artefacts);
  }

  /** Takes scores, each with its own status, and figures. */
  public void evaluated(Evaluation evaluation) {
    Map<String, Score> all = new LinkedHashMap<>();
    scores.forEach(score -> all.put(score.metric(), score));
    evaluation.scores().forEach(score -> all.put(score.metric(), score));
    scores = List.copyOf(all.values());
    notes = Stream.concat(notes.stream(), evaluation.notes().stream()).distinct().toList();
    evaluation.artefacts().forEach(this::figure);
  }

  /** The record of a training that ended; failed all the same when every metric of it did. */
  public TrialRecord succeeded() {
    if (!spec.floor() && !scores.isEmpty() && scores.stream().allMatch(Score::failed)) {
      return build(TrialRecord.FAILED, scores.get(0).metric() + ": " + scores.get(0).reason());
    }
    return build(TrialRecord.OK, null);
  }

  /**
   * The record of a trial that failed. Where only more metrics were asked of what has been scored
   * before, it is these that failed.
   */
  public TrialRecord failed(Throwable failure) {
    if (continued) {
      evaluated(new Evaluation(missed(reason(failure)), List.of(), List.of()));
      return succeeded();
    }
    scores = List.of();
    notes = List.of();
    artefacts.clear();
    figures.clear();
    return build(TrialRecord.FAILED, reason(failure));
  }

  private List<Score> missed(String reason) {
    return spec.metrics().stream()
        .map(
            metric ->
                Score.failed(metric, Metric.registry().get(metric, "metrics").revision(), reason))
        .toList();
  }

  private static String reason(Throwable failure) {
    boolean explained =
        failure instanceof TrainingFailedException
            || failure instanceof EvaluationFailedException
            || failure instanceof InvalidInputException;
    if (explained) {
      return failure.getMessage();
    }
    StackTraceElement[] trace = failure.getStackTrace();
    // Native libraries put their own frames into the message.
    String first = failure.toString().lines().findFirst().orElse("");
    return first + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  private TrialRecord build(String status, String reason) {
    return new TrialRecord(
        spec.hash(),
        spec.experiment(),
        spec.task(),
        spec.dataset(),
        spec.dataHash(),
        spec.system().name(),
        spec.floor() ? Role.FLOOR : Role.MODEL,
        spec.system().family(),
        spec.seed(),
        status,
        reason,
        scores,
        List.copyOf(metrics),
        spec.published(),
        parameters,
        engine,
        device,
        seconds,
        curve,
        List.copyOf(figures),
        notes,
        revision,
        digest);
  }
}
