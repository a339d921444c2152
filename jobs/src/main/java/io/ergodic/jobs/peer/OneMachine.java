package io.ergodic.jobs.peer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import java.io.IOException;

/**
 * {@code one-machine}: all steps one after another on the driver, on one thread. A round in its
 * records is as many steps as {@code workers} workers take between two averages.
 */
@AutoService(AveragingEngine.class)
public final class OneMachine implements AveragingEngine {
  @Override
  public String name() {
    return "one-machine";
  }

  @Override
  public void check(AveragingSettings settings, Settings given) {
    Restrictions.check(settings, given);
  }

  @Override
  public Trained train(Training training) throws IOException {
    Trainable.Stepped stepped = training.source().create(training.spark().hadoopConfiguration());
    try {
      int perEpoch = stepped.stage().batches().batchesPerEpoch();
      RoundClock clock = new RoundClock(training, (long) stepped.stage().epochs() * perEpoch);
      return new EpochLoop(stepped, training.deadline(), clock)
          .run(epoch -> epoch(training, stepped, clock, epoch));
    } catch (RuntimeException | IOException | Error failure) {
      stepped.learner().close();
      throw failure;
    }
  }

  private static double epoch(
      Training training, Trainable.Stepped stepped, RoundClock clock, int epoch)
      throws IOException {
    AveragingSettings settings = training.settings();
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    int perRound = (int) Math.min(perEpoch, (long) settings.workers() * settings.localSteps());
    double epochSum = 0;
    double sum = 0;
    long examples = 0;
    int taken = 0;
    long nanos = 0;
    for (int k = 0; k < perEpoch; k++) {
      long step = (long) epoch * perEpoch + k;
      long start = System.nanoTime();
      Batch batch = stepped.stage().batches().batch(step);
      long draws = RandomStreams.derive(training.seed(), "step", step);
      double loss = stepped.learner().step(batch, new StepContext(step, epoch, draws));
      nanos += System.nanoTime() - start;
      sum += EpochLoop.finite(loss, "loss at step " + step);
      epochSum += loss;
      examples += batch.count();
      taken++;
      training
          .deadline()
          .check("training, epoch " + (epoch + 1) + " of " + stepped.stage().epochs());
      boolean last = k == perEpoch - 1;
      if (taken == perRound || last) {
        RoundClock.Ended ended =
            new RoundClock.Ended(taken, examples, sum / taken, 0, nanos * 1e-6, 0, 0);
        if (last) {
          clock.lastOfEpoch(ended);
        } else {
          clock.ended(ended);
        }
        sum = 0;
        examples = 0;
        taken = 0;
        nanos = 0;
      }
    }
    return epochSum / perEpoch;
  }
}
