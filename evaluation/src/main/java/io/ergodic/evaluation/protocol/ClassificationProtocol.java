package io.ergodic.evaluation.protocol;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Predictions;
import java.util.List;

/**
 * Asks for the class of every test example. There is no floor: nobody knows the best classifier.
 */
@AutoService(Protocol.class)
public final class ClassificationProtocol implements Protocol {
  @Override
  public String name() {
    return "classification";
  }

  @Override
  public Task task(Settings settings) {
    settings.rejectUnknown();
    return new Classification();
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("accuracy", "nll", "ece");
  }

  @Override
  public List<Class<? extends Capability>> capabilities() {
    return List.of(Classifier.class);
  }

  @Override
  public void check(Dataset dataset, Task task) {
    if (!dataset.has(Split.TEST)) {
      throw new InvalidInputException(
          "dataset " + dataset.manifest().name() + " has no test examples");
    }
  }

  @Override
  public Evidence observe(Capability model, Dataset dataset, Task task, long seed) {
    int classes = task.output(dataset.manifest().schema()).axis(0);
    return Evidence.of(model, dataset, task, seed)
        .with(
            Predictions.class,
            evidence ->
                Predictions.of(
                    evidence.get(Classifier.class),
                    task.examples(dataset, Split.TEST).orElseThrow(),
                    classes));
  }
}
