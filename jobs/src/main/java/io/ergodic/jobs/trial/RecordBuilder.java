package io.ergodic.jobs.trial;

import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Reason;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.device.Device;
import io.ergodic.models.training.EpochLoss;
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

  /** Counts wall time of a phase that an earlier run has spent. */
  public void spent(String phase, double more) {
    seconds.merge(phase, more, Double::sum);
  }

  /** Runs a phase and keeps its wall time, also when it fails. */
  public <T> T timed(String phase, Phase<T> work) throws IOException {
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      spent(phase, (System.nanoTime() - start) * 1e-9);
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
    String status = spec.floor() ? floorStatus() : TrialRecord.status(scores);
    return build(status, TrialRecord.reason(scores, status));
  }

  /** The floor exists for some metrics only: nothing fails for want of one. */
  private String floorStatus() {
    return scores.stream().anyMatch(Score::error) ? TrialRecord.ERROR : TrialRecord.OK;
  }

  /**
   * The record of a trial that failed, by its own fault or the machine's. Where only more metrics
   * were asked of what has been scored before, it is these that failed.
   */
  public TrialRecord failed(Throwable failure) {
    return failed(Reason.of(failure), SparkFailure.ofMachine(failure));
  }

  /**
   * The same where the failure is known as text.
   *
   * @param machine whether it is the machine's
   */
  public TrialRecord failed(String reason, boolean machine) {
    if (continued) {
      evaluated(new Evaluation(missed(reason, machine), List.of(), List.of()));
      return succeeded();
    }
    scores = List.of();
    notes = List.of();
    artefacts.clear();
    figures.clear();
    return build(machine ? TrialRecord.ERROR : TrialRecord.FAILED, reason);
  }

  private List<Score> missed(String reason, boolean machine) {
    return spec.metrics().stream().map(metric -> missed(metric, reason, machine)).toList();
  }

  private static Score missed(String metric, String reason, boolean machine) {
    int revision = Metric.registry().get(metric, "metrics").revision();
    return machine ? Score.error(metric, revision, reason) : Score.failed(metric, revision, reason);
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
