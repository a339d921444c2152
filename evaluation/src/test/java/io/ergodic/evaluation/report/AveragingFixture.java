package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Role;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Made-up trials of models trained by averaging: two outer optimisers at three numbers of steps.
 */
final class AveragingFixture {
  private static final int ROUNDS = 12;

  private AveragingFixture() {}

  static List<TrialRecord> trials() {
    List<TrialRecord> trials = new ArrayList<>();
    for (String outer : List.of("mean", "slow-momentum")) {
      for (int steps : new int[] {1, 4, 16}) {
        for (int seed = 1; seed <= 2; seed++) {
          trials.add(trial(outer + "-h" + steps, seed, rounds(outer, steps, seed)));
        }
      }
    }
    return trials;
  }

  private static TrialRecord trial(String system, int seed, Artefact.Rounds rounds) {
    return new TrialRecord(
        system + seed,
        "local-steps",
        "classification",
        "attractornet",
        "d41d8c",
        system,
        Role.MODEL,
        "cnn",
        seed,
        TrialRecord.OK,
        null,
        List.of(Score.of("accuracy", 1, 0.9 - 0.01 * rounds.localSteps() + 0.001 * seed)),
        List.of("accuracy"),
        Map.of(),
        1000,
        "libtorch",
        "cpu",
        Map.of("train", 10.0 / rounds.localSteps() + seed),
        new double[0][],
        ReportFixture.kept(system + seed, List.of(rounds)),
        List.of(),
        "r1",
        "");
  }

  private static Artefact.Rounds rounds(String outer, int steps, int seed) {
    int[] number = new int[ROUNDS];
    float[][] series = new float[3][ROUNDS];
    float[][] phases = new float[Artefact.Rounds.PHASES.size()][ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      number[i] = i + 1;
      series[0][i] = 0.02f * (i + 1) * (3 + steps);
      series[1][i] = (float) Math.exp(-0.05 * (i + seed) * Math.sqrt(steps)) + 0.1f;
      series[2][i] = i % 3 == 2 ? 1.1f * series[1][i] : Float.NaN;
      for (int phase = 0; phase < phases.length; phase++) {
        phases[phase][i] = phase == 1 ? 5 * steps : 2 + phase;
      }
    }
    float[] whole = {2, 5 * steps, 4, 5, 6, 7};
    float[][] workers = {{1, 2, 5 * steps}, {1.5f, 2, 4 * steps}};
    return new Artefact.Rounds(
        "ergodic",
        2,
        steps,
        outer,
        "average",
        ROUNDS,
        100 * steps,
        1_200_000,
        number,
        series[0],
        series[1],
        series[2],
        phases,
        List.of(new Artefact.Round(6, whole, workers), new Artefact.Round(7, whole, workers)));
  }
}
