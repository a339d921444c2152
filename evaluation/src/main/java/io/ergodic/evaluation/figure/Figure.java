package io.ergodic.evaluation.figure;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;

/** Draws part of the evidence of one trial. Found through ServiceLoader; it has no state. */
public interface Figure extends Named {
  /** The name of the task whose protocol observes the evidence. */
  String task();

  /**
   * The data of the figure, thinned to about 100 KB; none where it does not apply.
   *
   * @throws io.ergodic.evaluation.evidence.EvaluationFailedException when evidence cannot be had
   */
  List<Artefact> draw(Evidence evidence);

  /** The figures of a task, in the order of their names. */
  static List<Figure> of(String task) {
    return Registry.load(Figure.class, "figure").all().stream()
        .filter(figure -> figure.task().equals(task))
        .toList();
  }
}
