package io.ergodic.jobs.tracking;

import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrackingSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.train.RoundRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mlflow.api.proto.Service.CreateRun;
import org.mlflow.api.proto.Service.Experiment;
import org.mlflow.api.proto.Service.Metric;
import org.mlflow.api.proto.Service.Param;
import org.mlflow.api.proto.Service.RunStatus;
import org.mlflow.api.proto.Service.RunTag;
import org.mlflow.tracking.MlflowClient;
import org.mlflow.tracking.creds.BasicMlflowHostCreds;

/** The runs of a suite on an MLflow server: one a trial. Every method may throw what it meets. */
final class MlflowRuns implements AutoCloseable {
  /** The server refuses more in one request. */
  private static final int METRICS_AT_ONCE = 1000;

  private final MlflowClient client;
  private final String experiment;
  private final Map<String, TrialSpec> trials = new HashMap<>();
  private final Map<String, String> running = new HashMap<>();
  private String experimentId;

  MlflowRuns(TrackingSpec spec, List<TrialSpec> trials, Map<String, String> environment) {
    this.client =
        new MlflowClient(
            new BasicMlflowHostCreds(
                spec.uri(),
                environment.get("MLFLOW_TRACKING_USERNAME"),
                environment.get("MLFLOW_TRACKING_PASSWORD"),
                environment.get("MLFLOW_TRACKING_TOKEN"),
                false));
    this.experiment = spec.experiment();
    trials.forEach(trial -> this.trials.put(trial.hash(), trial));
  }

  /** Finds the experiment on the server, or makes it. */
  void begin() {
    experimentId =
        client
            .getExperimentByName(experiment)
            .map(Experiment::getExperimentId)
            .orElseGet(() -> client.createExperiment(experiment));
  }

  /** Adds rounds of a training under way. */
  void rounds(String trial, List<RoundRecord> rounds) {
    long now = System.currentTimeMillis();
    List<Metric> metrics = new ArrayList<>();
    for (RoundRecord round : rounds) {
      RunFacts.of(round).forEach((key, value) -> add(metrics, key, value, round.step(), now));
    }
    send(run(trial, now - Math.round(rounds.get(0).wallMs())), metrics);
  }

  /** Adds what a trial has come to, and ends its run. */
  void finished(TrialRecord record) {
    long now = System.currentTimeMillis();
    double seconds = record.seconds().values().stream().mapToDouble(Double::doubleValue).sum();
    boolean live = running.containsKey(record.trial());
    String run = run(record.trial(), now - Math.round(1e3 * seconds));
    List<Metric> metrics = new ArrayList<>();
    for (Score score : record.scores()) {
      if (Double.isFinite(score.value())) {
        add(metrics, score.metric(), score.value(), 0, now);
      }
    }
    record.seconds().forEach((phase, value) -> add(metrics, phase + "_seconds", value, 0, now));
    if (!live) {
      for (double[] epoch : record.curve()) {
        add(metrics, "training_loss", epoch[1], (long) epoch[0], now);
        add(metrics, "validation_loss", epoch[2], (long) epoch[0], now);
      }
    }
    send(run, metrics);
    client.logBatch(run, List.of(), List.of(), tags(RunFacts.tags(record)));
    client.setTerminated(
        run, record.failed() || record.unfinished() ? RunStatus.FAILED : RunStatus.FINISHED, now);
    running.remove(record.trial());
  }

  /** The id of a trial's run, which is begun with the trial's settings where there is none. */
  private String run(String trial, long start) {
    String known = running.get(trial);
    if (known != null) {
      return known;
    }
    TrialSpec spec = trials.get(trial);
    CreateRun.Builder create =
        CreateRun.newBuilder()
            .setExperimentId(experimentId)
            .setRunName(spec.label())
            .setStartTime(start)
            .addAllTags(tags(Map.of("mlflow.runName", spec.label(), "trial", trial)));
    String run = client.createRun(create.build()).getRunId();
    running.put(trial, run);
    List<Param> params = new ArrayList<>();
    RunFacts.parameters(spec)
        .forEach(
            (key, value) -> params.add(Param.newBuilder().setKey(key).setValue(value).build()));
    client.logBatch(run, List.of(), params, List.of());
    return run;
  }

  private void send(String run, List<Metric> metrics) {
    for (int from = 0; from < metrics.size(); from += METRICS_AT_ONCE) {
      int to = Math.min(metrics.size(), from + METRICS_AT_ONCE);
      client.logBatch(run, metrics.subList(from, to), List.of(), List.of());
    }
  }

  /** Values that are not finite have no place on every server's database. */
  private static void add(List<Metric> metrics, String key, double value, long step, long time) {
    if (Double.isFinite(value)) {
      metrics.add(
          Metric.newBuilder().setKey(key).setValue(value).setStep(step).setTimestamp(time).build());
    }
  }

  private static List<RunTag> tags(Map<String, String> values) {
    List<RunTag> tags = new ArrayList<>();
    values.forEach(
        (key, value) -> tags.add(RunTag.newBuilder().setKey(key).setValue(value).build()));
    return tags;
  }

  @Override
  public void close() {
    client.close();
  }
}
