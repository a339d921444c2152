package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Predictions;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;

/** How often each class was taken for each. */
@AutoService(Figure.class)
public final class ConfusionFigure implements Figure {
  @Override
  public String name() {
    return "confusion";
  }

  @Override
  public String task() {
    return "classification";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    Predictions predictions = evidence.get(Predictions.class);
    List<String> classes = evidence.dataset().manifest().schema().classes();
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < predictions.labels().length; i++) {
      counts[predictions.labels()[i]][predictions.predicted(i)]++;
    }
    return List.of(new Artefact.Confusion(classes, counts));
  }
}
