package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.FunctionSource;
import io.ergodic.datasets.task.OperatorTask;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.protocol.Protocol;
import java.util.List;

/** Maps every test input and compares what comes out with the true output, on the task's scale. */
@AutoService(Protocol.class)
public final class OperatorProtocol implements Protocol {
  static final String NAME = "operator";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Task task(Settings settings) {
    settings.rejectUnknown();
    return new OperatorTask();
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("relative_l2", "relative_h1");
  }

  @Override
  public List<Class<? extends Capability>> capabilities() {
    return List.of(Operator.class);
  }

  @Override
  public void check(Dataset dataset, Task task) {
    if (!dataset.has(Split.TEST)) {
      throw new InvalidInputException(
          "dataset " + dataset.manifest().name() + " has no test functions");
    }
  }

  @Override
  public Evidence observe(Capability model, Dataset dataset, Task task, long seed) {
    FunctionSource source = OperatorTask.source(dataset.manifest().schema());
    return Evidence.of(model, dataset, task, seed)
        .with(
            FunctionPairs.class,
            evidence ->
                FunctionPairs.of(
                    evidence.get(Operator.class),
                    source.examples(dataset, Split.TEST),
                    source.grid(dataset)));
  }
}
