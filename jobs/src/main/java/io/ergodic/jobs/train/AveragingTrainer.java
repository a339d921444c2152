package io.ergodic.jobs.train;

import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.jobs.train.checkpoint.TrainingIdentity;
import io.ergodic.jobs.train.round.RoundResult;
import io.ergodic.jobs.train.round.RoundRunner;
import io.ergodic.jobs.train.round.RunContext;
import io.ergodic.jobs.train.round.Validation;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * Trains one model on many executors by parameter averaging.
 *
 * <p>The sampler determines the batch of every global step, and the workers take the steps in
 * order: in a round of H local steps, worker w takes the w-th H steps. So one worker gives the bits
 * of the plain loop in LocalTrainer, and the number of examples seen does not depend on the number
 * of workers. The driver and the executors sum parameters and states in the order of the workers.
 * The result depends on nothing else.
 *
 * <p>Workers send segments that are not averaged by the mean to the driver, whole; see {@link
 * io.ergodic.models.learner.Merge}. The stages run one after another, and a round belongs to one
 * stage.
 *
 * <p>A round may cross the end of an epoch. With early stopping, the trainer validates at the first
 * round boundary at or after the end of an epoch.
 */
public final class AveragingTrainer {
  private static final AtomicInteger TRAININGS = new AtomicInteger();

  private final JavaSparkContext spark;
  private final AveragingSettings settings;
  private final long seed;
  private final Deadline deadline;
  private final Optional<Checkpoints> checkpoints;
  private final List<RoundListener> listeners;

  /**
   * @param seed of the random draws of the steps
   * @param checkpoints that the training resumes from and writes to; empty for none
   * @param listeners called after every round, in this order
   */
  public AveragingTrainer(
      JavaSparkContext spark,
      AveragingSettings settings,
      long seed,
      Deadline deadline,
      Optional<Checkpoints> checkpoints,
      List<RoundListener> listeners) {
    this.spark = spark;
    this.settings = settings;
    this.seed = seed;
    this.deadline = deadline;
    this.checkpoints = checkpoints;
    this.listeners = List.copyOf(listeners);
  }

  /**
   * Trains from the last checkpoint if there is one, else from the start, and returns the trained
   * model.
   *
   * @throws io.ergodic.models.training.TrainingFailedException when a loss is not finite, the
   *     deadline has passed, or the model throws
   * @throws io.ergodic.datasets.settings.InvalidInputException when the last checkpoint belongs to
   *     another training
   */
  public Trained train(TrainableSource source) throws IOException {
    Trainable.Stepped stepped = source.create(spark.hadoopConfiguration());
    Learner learner = stepped.learner();
    try {
      TrainingIdentity identity =
          TrainingIdentity.of(source.describe(), settings.determining(), seed);
      Optional<TrainingState> stored =
          checkpoints.isPresent() ? checkpoints.get().last(identity) : Optional.empty();
      TrainingProgress progress =
          stored.isPresent()
              ? new TrainingProgress(stepped, settings, stored.get())
              : TrainingProgress.initial(stepped, settings);
      runRounds(source, progress, identity);
      learner.begin(progress.state().stage());
      learner.writeParameters(progress.result());
      return new Trained(
          learner.trained(),
          Weights.of(learner),
          learner.trainableCount(),
          progress.state().curve(),
          learner::close);
    } catch (RuntimeException | IOException | Error failure) {
      learner.close();
      throw failure;
    }
  }

  private void runRounds(
      TrainableSource source, TrainingProgress progress, TrainingIdentity identity)
      throws IOException {
    RunContext context =
        new RunContext(
            UUID.randomUUID().toString(),
            TRAININGS.incrementAndGet(),
            source,
            settings.ownData() ? settings.workers() : 1,
            settings.cacheBytes(),
            seed,
            SharedConfiguration.of(spark));
    RoundTimer timer = new RoundTimer(progress, settings);
    try (RoundRunner rounds = new RoundRunner(spark, settings, context)) {
      Validation validation = new Validation(rounds, settings, progress.stepped());
      while (!progress.finished()) {
        TrainingState state = progress.state();
        RoundResult result =
            rounds.run(
                state.round(),
                progress.phase(),
                state.step(),
                progress.left(),
                state.parameters(),
                state.states(),
                state.kept(),
                deadline);
        timer.average(() -> progress.average(result));
        timer.validate(
            () ->
                progress.validate(
                    parameters ->
                        validation.loss(
                            state.stage(), progress.state().round(), parameters, deadline)));
        progress.advance();
        timer.checkpoint(() -> checkpoint(progress, timer, identity));
        RoundRecord record = timer.record(result);
        for (RoundListener listener : listeners) {
          listener.finished(record);
        }
      }
    }
  }

  private void checkpoint(TrainingProgress progress, RoundTimer timer, TrainingIdentity identity)
      throws IOException {
    if (checkpoints.isPresent() && (progress.finished() || timer.checkpointDue())) {
      checkpoints.get().write(progress.state(), progress.trainable(), identity, deadline.elapsed());
      timer.checkpointed();
    }
  }
}
