package io.ergodic.jobs.train;

import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.jobs.train.checkpoint.TrainingIdentity;
import io.ergodic.jobs.train.round.RoundResult;
import io.ergodic.jobs.train.round.Rounds;
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
import org.apache.spark.util.SerializableConfiguration;

/**
 * Trains one model on many executors by parameter averaging.
 *
 * <p>The batch of every global step is the sampler's, and the steps are dealt out in order: of a
 * round of H local steps, worker w takes the w-th H. One worker is thus the plain loop of
 * LocalTrainer, to the bit, and the number of examples seen does not depend on the number of
 * workers. Parameters and states are summed in the order of the workers. Nothing else enters the
 * result.
 *
 * <p>Segments that are merged otherwise than by the mean go to the driver with the results, whole:
 * see {@link io.ergodic.models.learner.Merge}. Stages follow one another; a round is of one stage.
 *
 * <p>Rounds do not stop at the end of an epoch. Where there is early stopping, validation comes at
 * the first round boundary at or behind the end of an epoch.
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
   * @param checkpoints where the training goes on from and leaves its state; empty for nowhere
   * @param listeners told of every round, in their order
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
   * Trains, from the last checkpoint if there is one, and returns what the model can do.
   *
   * @throws io.ergodic.models.training.TrainingFailedException when a loss is not finite, the
   *     deadline has passed, or Spark gives a task up
   * @throws io.ergodic.datasets.settings.InvalidInputException when the last checkpoint is another
   *     training's
   */
  public Trained train(TrainableSource source) throws IOException {
    Trainable.Stepped stepped = source.create(spark.hadoopConfiguration());
    Learner learner = stepped.learner();
    try {
      TrainingIdentity identity =
          TrainingIdentity.of(source.describe(), settings.determining(), seed);
      Optional<TrainingState> stored =
          checkpoints.isPresent() ? checkpoints.get().last(identity) : Optional.empty();
      Progression progression =
          stored.isPresent()
              ? new Progression(stepped, settings, stored.get())
              : Progression.start(stepped, settings);
      iterate(source, progression, identity);
      learner.begin(progression.state().stage());
      learner.writeParameters(progression.result());
      return new Trained(
          learner.trained(),
          Weights.of(learner),
          learner.trainableCount(),
          progression.state().curve(),
          learner::close);
    } catch (RuntimeException | IOException | Error failure) {
      learner.close();
      throw failure;
    }
  }

  private void iterate(TrainableSource source, Progression progression, TrainingIdentity identity)
      throws IOException {
    RunContext context =
        new RunContext(
            UUID.randomUUID().toString(),
            TRAININGS.incrementAndGet(),
            source,
            settings.ownData() ? settings.workers() : 1,
            settings.cacheBytes(),
            seed,
            new SerializableConfiguration(spark.hadoopConfiguration()));
    Pace pace = new Pace(progression, settings);
    try (Rounds rounds = new Rounds(spark, settings, context)) {
      Validation validation = new Validation(rounds, settings, progression.stepped());
      while (!progression.finished()) {
        TrainingState state = progression.state();
        RoundResult result =
            rounds.run(
                state.round(),
                progression.phase(),
                state.step(),
                progression.left(),
                state.parameters(),
                state.states(),
                state.kept(),
                deadline);
        pace.average(() -> progression.average(result));
        pace.validate(
            () ->
                progression.validate(
                    parameters ->
                        validation.loss(
                            state.stage(), progression.state().round(), parameters, deadline)));
        progression.advance();
        pace.checkpoint(() -> checkpoint(progression, pace, identity));
        RoundRecord record = pace.record(result);
        for (RoundListener listener : listeners) {
          listener.finished(record);
        }
      }
    }
  }

  private void checkpoint(Progression progression, Pace pace, TrainingIdentity identity)
      throws IOException {
    if (checkpoints.isPresent() && (progression.finished() || pace.checkpointDue())) {
      checkpoints.get().write(progression.state(), progression.trainable(), identity);
      pace.checkpointed();
    }
  }
}
