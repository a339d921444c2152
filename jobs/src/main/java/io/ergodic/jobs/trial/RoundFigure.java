package io.ergodic.jobs.trial;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.jobs.train.round.WorkerCost;
import java.util.List;

/** The rounds of a training by averaging as a figure of its record. */
final class RoundFigure {
  private static final int SHOWN = 200;
  private static final int IN_FULL = 5;
  private static final int WORKERS_IN_FULL = 32;

  private RoundFigure() {}

  /** Of at least one round. */
  static Artefact.Rounds of(AveragingSettings settings, List<RoundRecord> rounds) {
    int stride = (rounds.size() + SHOWN - 1) / SHOWN;
    int shown = (rounds.size() + stride - 1) / stride;
    int[] number = new int[shown];
    float[] seconds = new float[shown];
    float[] loss = new float[shown];
    float[] validation = new float[shown];
    float[][] phases = new float[Artefact.Rounds.PHASES.size()][shown];
    double milliseconds = 0;
    for (int i = 0; i < shown; i++) {
      List<RoundRecord> part =
          rounds.subList(i * stride, Math.min(rounds.size(), (i + 1) * stride));
      RoundRecord last = part.get(part.size() - 1);
      milliseconds += part.stream().mapToDouble(RoundRecord::wallMs).sum();
      number[i] = last.round();
      seconds[i] = (float) (milliseconds * 1e-3);
      loss[i] = (float) part.stream().mapToDouble(RoundRecord::loss).average().orElseThrow();
      validation[i] = lastValidation(part);
      for (RoundRecord round : part) {
        float[] own = phases(round);
        for (int phase = 0; phase < own.length; phase++) {
          phases[phase][i] += own[phase] / part.size();
        }
      }
    }
    long examples = rounds.stream().mapToLong(RoundRecord::examples).sum();
    return new Artefact.Rounds(
        settings.engine(),
        settings.workers(),
        settings.localSteps(),
        settings.outerName(),
        settings.statePolicy().label(),
        rounds.size(),
        examples / milliseconds * 1e3,
        rounds.stream().mapToLong(round -> round.bytesSent() + round.bytesReceived()).sum(),
        number,
        seconds,
        loss,
        validation,
        phases,
        timeline(rounds));
  }

  private static float lastValidation(List<RoundRecord> rounds) {
    float last = Float.NaN;
    for (RoundRecord round : rounds) {
      if (round.validation() != null) {
        last = round.validation().floatValue();
      }
    }
    return last;
  }

  private static float[] phases(RoundRecord round) {
    return new float[] {
      (float) round.broadcastMs(),
      (float) round.computeMs(),
      (float) round.reduceMs(),
      (float) round.idleMs(),
      (float) round.validationMs(),
      (float) round.checkpointMs()
    };
  }

  /** From the middle: the first rounds are those in which classes are loaded. */
  private static List<Artefact.Round> timeline(List<RoundRecord> rounds) {
    int from = Math.max(0, Math.min(rounds.size() / 2, rounds.size() - IN_FULL));
    return rounds.subList(from, Math.min(rounds.size(), from + IN_FULL)).stream()
        .map(round -> new Artefact.Round(round.round(), phases(round), workers(round)))
        .toList();
  }

  private static float[][] workers(RoundRecord round) {
    return round.workers().stream()
        .limit(WORKERS_IN_FULL)
        .map(RoundFigure::times)
        .toArray(float[][]::new);
  }

  private static float[] times(WorkerCost worker) {
    return new float[] {
      (float) worker.beginMs(), (float) worker.waitMs(), (float) worker.computeMs()
    };
  }
}
