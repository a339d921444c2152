package io.ergodic.evaluation.protocol;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import java.util.List;

/** Scores in the order the metrics were asked for, and figures. */
public record Evaluation(List<Score> scores, List<Artefact> artefacts) {}
