package io.ergodic.jobs.testing;

import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.ResolvedSystem;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.models.family.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Small trials and records for tests. */
public final class Specs {
  /** The settings in force, two passes over the data. */
  private static final ResolvedSystem RESOLVED =
      new ResolvedSystem("{\"delays\":2}", 1, false, "0a1b", new Cost(353, 1000, 2, 0));

  private Specs() {}

  /** A reconstruction trial of {@code nvar} on {@code lorenz}. */
  public static TrialSpec trial(String system, long seed) {
    return new TrialSpec(
        "reconstruction",
        "reconstruction",
        "{}",
        "lorenz",
        "/data/lorenz-d4a7",
        "d4a7",
        new SystemSpec(system, "nvar", "{}", "systems." + system),
        RESOLVED,
        seed,
        new ArrayList<>(List.of("d_stsp", "d_h")),
        new TreeMap<>(Map.of("d_stsp", 0.3)),
        60);
  }

  /** The record of {@link #trial} that ended with these values of its metrics. */
  public static TrialRecord record(String system, long seed, double divergence, double distance) {
    List<Score> scores = List.of(Score.of("d_stsp", 1, divergence), Score.of("d_h", 1, distance));
    return record(system, seed, TrialRecord.OK, null, scores);
  }

  /** The record of {@link #trial} that failed. */
  public static TrialRecord failed(String system, long seed, String reason) {
    return record(system, seed, TrialRecord.FAILED, reason, List.of());
  }

  /** The record of {@link #trial} that met an error of the machine. */
  public static TrialRecord error(String system, long seed, String reason) {
    return record(system, seed, TrialRecord.ERROR, reason, List.of());
  }

  /** The record of the floor. */
  public static TrialRecord floor(List<Score> scores) {
    return record(TrialRecord.FLOOR, 1, TrialRecord.OK, null, scores);
  }

  private static TrialRecord record(
      String system, long seed, String status, String reason, List<Score> scores) {
    TrialSpec spec = trial(system, seed);
    return new TrialRecord(
        spec.hash(),
        spec.experiment(),
        spec.task(),
        spec.dataset(),
        spec.dataHash(),
        system,
        spec.floor() ? Role.FLOOR : Role.MODEL,
        "nvar",
        seed,
        status,
        reason,
        scores,
        spec.metrics(),
        spec.published(),
        353,
        "closed-form",
        "cpu",
        Map.of("train", 1.25),
        new double[][] {{1, 0.5, Double.NaN}},
        List.of(),
        List.of(),
        "r1",
        "");
  }
}
