package io.ergodic.models.rule;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.ReversibleNorm;
import io.ergodic.models.libtorch.ClassificationObjective;
import io.ergodic.models.libtorch.ForecastObjective;
import io.ergodic.models.libtorch.Objective;
import io.ergodic.models.network.Network;
import io.ergodic.models.network.NetworkSettings;

/** Back-propagation of the task's loss through the whole network (Rumelhart et al. 1986). */
public record BackPropagation() implements TrainingRule {
  /** {@code back-propagation}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("back-propagation", BackPropagation.class, "the whole network (Rumelhart et al. 1986)");
    }
  }

  @Override
  public void check(Question question) {
    String layout = question.output().layout();
    if (!layout.equals(Port.CLASSES) && !layout.equals(Port.SERIES)) {
      throw new InvalidInputException(
          "rule back-propagation knows no loss for " + question.output());
    }
  }

  @Override
  public Objective objective(NetworkSettings settings, Build build, Question question) {
    Network network = settings.build(build, question.input(), question.output());
    if (question.output().layout().equals(Port.CLASSES)) {
      return new ClassificationObjective(
          network, question.input(), question.output().axis(0), question.smoothing());
    }
    int lookback = question.input().axis(0);
    int variables = question.input().axis(1);
    int horizon = question.output().axis(0);
    Block forecaster =
        (series, pass) ->
            network
                .forward(series.transpose(1, 2), pass)
                .view(series.size(0), horizon, variables)
                .transpose(1, 2);
    return new ForecastObjective(
        question.reversible() ? new ReversibleNorm(forecaster) : forecaster,
        lookback,
        horizon,
        variables,
        question.loss());
  }
}
