package io.ergodic.models.libtorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockFailedException;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Flatten;
import io.ergodic.models.block.Linear;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.plan.StepPlan;
import io.ergodic.models.training.Trainable;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NetworkModelTest {
  private static final StepPlan.Defaults DEFAULTS =
      new StepPlan.Defaults(2, 16, 100, "name = adam, learningRate = 0.01");

  private static double[] losses(TrainingContext data, Model model) {
    Trainable.Stepped trainable = (Trainable.Stepped) model.prepare(data);
    try (var learner = trainable.learner()) {
      var batch = trainable.stage().batches().batch(0);
      double before = learner.loss(batch);
      io.ergodic.models.plan.LearnerContract.steps(trainable, 0, 20);
      return new double[] {before, learner.loss(batch)};
    }
  }

  /** One input too many for what comes in: a mistake that every author makes once. */
  @Test
  void aLayerThatDoesNotFitIsNamedWithTheShapeOfItsInput() {
    TrainingContext bars = SmallData.bars(60, 1);
    int pixels = bars.model().input().size();
    Model wrong =
        NetworkModel.of(
            bars.model(),
            Settings.parse("", "systems.mine"),
            DEFAULTS,
            build ->
                Block.sequence(
                    new Flatten(1),
                    new Linear(build.in("first").parameters(), pixels, 5),
                    (input, pass) -> input.relu(),
                    new Linear(build.in("second").parameters(), 6, 2)));
    Trainable.Stepped trainable = (Trainable.Stepped) wrong.prepare(bars);
    try (var learner = trainable.learner()) {
      assertThatThrownBy(() -> learner.loss(trainable.stage().batches().batch(0)))
          .isInstanceOf(BlockFailedException.class)
          .hasMessageMatching(
              "network, block 4 of 4 \\(Linear\\), input \\d+ x 5: mat1 and mat2 shapes cannot be"
                  + " multiplied \\(\\d+x5 and 6x2\\) at io.ergodic.models.block.Linear.forward.*");
    }
  }

  @Test
  void theTaskSaysWhetherANetworkForecastsOrClassifies() {
    TrainingContext sines = SmallData.sines(24, 6, 1);
    Model forecaster =
        NetworkModel.of(
            sines.model(),
            Settings.parse("loss = mae, reversible = true, epochs = 3", "systems.mine"),
            DEFAULTS,
            build -> Linear.of(build, 2, 24, 6));
    assertThat(forecaster.cost().parameters()).isEqualTo(25 * 6);
    assertThat(forecaster.cost().multiplyAdds()).isEqualTo(2 * 24 * 6);
    assertThat(forecaster.cost().epochs()).isEqualTo(3);
    double[] losses = losses(sines, forecaster);
    assertThat(losses[1]).isLessThan(losses[0]);

    TrainingContext bars = SmallData.bars(60, 1);
    losses =
        losses(
            bars,
            NetworkModel.of(
                bars.model(),
                Settings.parse("labelSmoothing = 0.1", "systems.mine"),
                DEFAULTS,
                NetworkModelTest::logits));
    assertThat(losses[1]).isLessThan(losses[0]);
  }

  private static Block logits(Build build) {
    return Block.sequence(new Flatten(1), Linear.of(build, 1, 64, 3));
  }

  @Test
  void whatItCannotTrainOrDoesNotKnowIsRefused() {
    TrainingContext sines = SmallData.sines(24, 6, 1);
    assertThatThrownBy(
            () ->
                NetworkModel.of(
                    sines.model(),
                    Settings.parse("epoch = 3", "systems.mine"),
                    DEFAULTS,
                    build -> Linear.of(build, 2, 24, 6)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("did you mean 'epochs'");
    ModelContext tokens = new ModelContext(new NextToken(), sines.model().schema(), "sines");
    assertThatThrownBy(() -> NetworkModel.of(tokens, Settings.empty(""), DEFAULTS, build -> null))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("only classes, series, functions and dynamics; for all else give");
  }

  @Test
  void dynamicsAndOperatorsAreTrainedAsWell() {
    TrainingContext orbit = SmallData.orbit(1);
    double[] losses =
        losses(
            orbit,
            NetworkModel.of(
                orbit.model(),
                Settings.parse("sequenceLength = 4, batchesPerEpoch = 20", "systems.mine"),
                DEFAULTS,
                build -> Linear.of(build, 1, 3, 3)));
    assertThat(losses[1]).isLessThan(losses[0]);
    TrainingContext heat = SmallData.heat(1);
    losses =
        losses(
            heat,
            NetworkModel.of(
                heat.model(),
                Settings.empty("systems.mine"),
                DEFAULTS,
                build -> Linear.of(build, 16, 1, 1)));
    assertThat(losses[1]).isLessThan(losses[0]);
  }

  /** A task whose answers no objective of this project is for. */
  private record NextToken() implements Task {
    @Override
    public String name() {
      return "next-token";
    }

    @Override
    public Set<String> kinds() {
      return Set.of();
    }

    @Override
    public Port input(Schema schema) {
      return new Port(Port.TOKENS, 4, 10);
    }

    @Override
    public Port output(Schema schema) {
      return new Port(Port.TOKENS, 1, 10);
    }

    @Override
    public Optional<Examples> examples(Dataset dataset, Split split) {
      return Optional.empty();
    }
  }
}
