package io.ergodic.evaluation.result;

import java.util.List;
import java.util.Map;

/** Small trial records for tests. */
final class Trials {
  private Trials() {}

  static TrialRecord ok(String system, long seed, Score... scores) {
    return trial(system, seed, TrialRecord.OK, null, List.of(scores), List.of());
  }

  static TrialRecord failed(String system, long seed, String reason) {
    return trial(system, seed, TrialRecord.FAILED, reason, List.of(), List.of());
  }

  static TrialRecord trial(
      String system,
      long seed,
      String status,
      String reason,
      List<Score> scores,
      List<String> figures) {
    return new TrialRecord(
        "hash-" + system + seed,
        "dynamics",
        "reconstruction",
        "lorenz63",
        "d4a7",
        system,
        system.equals(TrialRecord.FLOOR) ? Role.FLOOR : Role.MODEL,
        "shallow-plrnn",
        seed,
        status,
        reason,
        scores,
        List.of("d-stsp", "lambda-max"),
        Map.of("d-stsp", 0.3),
        353,
        "jvm",
        "cpu",
        Map.of("train", 1.25, "load", 0.1),
        new double[][] {{1, 0.5, Double.NaN}, {2, 0.25, 0.3}},
        figures,
        List.of(),
        "r1",
        "");
  }
}
