package io.ergodic.models.rule;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Build;
import io.ergodic.models.libtorch.Objective;
import io.ergodic.models.network.NetworkSettings;

/**
 * The Forward-Forward algorithm (Hinton 2022), supervised, as in the author's script: the label
 * stands in the first values of the input; each layer by itself learns to be excited (sum of
 * squares above its width) by right labels and not by wrong ones, which a predictor proposes from
 * the layers above the first. No gradient crosses a layer. The head of the network is not used.
 * Unlike in the script, the peer normalisation reaches only units that are active.
 */
public record ForwardForward(
    @Setting(value = "of the label's place in the standardised input", fallback = "3", min = 0)
        double label,
    @Setting(value = "weight of the peer normalisation", fallback = "0.03", min = 0, max = 10)
        double peer,
    @Setting(
            value = "by the excitement under every label, or by the predictor in one pass",
            fallback = "goodness",
            choices = {"goodness", "predictor"})
        String inference)
    implements TrainingRule {
  /** {@code forward-forward}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("forward-forward", ForwardForward.class, "each layer by itself (Hinton 2022)");
    }
  }

  @Override
  public void check(Question question) {
    if (!question.output().layout().equals(Port.CLASSES)) {
      throw new InvalidInputException(
          "rule forward-forward classifies; it cannot give " + question.output());
    }
    if (question.output().axis(0) > question.input().size()) {
      throw new InvalidInputException(
          "rule forward-forward writes one of "
              + question.output().axis(0)
              + " labels into an input of "
              + question.input().size()
              + " values");
    }
  }

  @Override
  public Objective objective(NetworkSettings network, Build build, Question question) {
    NetworkSettings.Trunk trunk = network.trunk(build, question.input());
    if (trunk.layers().size() < 2) {
      throw new InvalidInputException(
          "rule forward-forward reads the layers above the first: the network needs two or more");
    }
    return new ForwardForwardObjective(this, trunk, build, question);
  }
}
