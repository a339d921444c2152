package io.ergodic.jobs.train;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.training.Trained;
import java.io.IOException;

/** {@code ergodic}: {@link AveragingTrainer}. Does all that the settings can say. */
@AutoService(AveragingEngine.class)
public final class ErgodicEngine implements AveragingEngine {
  static final String NAME = "ergodic";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void check(AveragingSettings settings, Settings given) {}

  @Override
  public Trained train(Training training) throws IOException {
    return new AveragingTrainer(
            training.spark(),
            training.settings(),
            training.seed(),
            training.deadline(),
            training.checkpoints(),
            training.listeners())
        .train(training.source());
  }
}
