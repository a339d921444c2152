package io.ergodic.jobs.peer;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.models.deeplearning4j.NetworkLearner;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.spark.api.RDDTrainingApproach;
import org.deeplearning4j.spark.impl.multilayer.SparkDl4jMultiLayer;
import org.deeplearning4j.spark.impl.paramavg.ParameterAveragingTrainingMaster;
import org.nd4j.linalg.dataset.DataSet;

/**
 * Trains a Deeplearning4j network with dl4j-spark's parameter averaging, left at its defaults but
 * for what the settings say. What differs from the project's engine, by dl4j-spark's own design:
 *
 * <ul>
 *   <li>every epoch has the batches of the first one, dealt to rounds and workers anew at random;
 *   <li>the mean is over workers, not over examples;
 *   <li>an epoch of a number of batches that the rounds do not divide has fewer, longer splits, of
 *       which each worker takes {@code localSteps} batches and leaves the rest out;
 *   <li>the loss of a round is that of the workers' last steps;
 *   <li>broadcast is the driver's part of it, and reduction is in the idle time.
 * </ul>
 */
final class MasterTraining {
  private final AveragingEngine.Training training;
  private final RDDTrainingApproach approach;
  private final JavaSparkContext spark;
  private final AveragingSettings settings;
  private double loss;

  MasterTraining(AveragingEngine.Training training, RDDTrainingApproach approach) {
    this.training = training;
    this.approach = approach;
    this.spark = training.spark();
    this.settings = training.settings();
  }

  Trained train() throws IOException {
    Trainable.Stepped stepped = training.source().create(spark.hadoopConfiguration());
    try {
      return train(stepped);
    } catch (RuntimeException | IOException | Error failure) {
      stepped.learner().close();
      throw failure;
    }
  }

  private Trained train(Trainable.Stepped stepped) throws IOException {
    if (!(stepped.learner() instanceof NetworkLearner learner)) {
      throw new InvalidInputException(
          "engine " + settings.engine() + " trains Deeplearning4j networks only");
    }
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    long steps = (long) stepped.stage().epochs() * perEpoch;
    RateTable rates = RateTable.of(learner.optimiser(), settings.workers(), steps, perEpoch);
    MultiLayerNetwork network = NativeNetwork.of(learner, settings.engine(), rates);
    Path folder =
        new Path(spark.hadoopConfiguration().get("hadoop.tmp.dir"), "ergodic-" + UUID.randomUUID());
    JavaRDD<DataSet> data = ExampleSets.of(spark, training.source(), perEpoch, settings.workers());
    try {
      RoundClock clock = new RoundClock(training, steps);
      int batch = stepped.stage().batches().batch(0).count();
      SparkDl4jMultiLayer distributed =
          new SparkDl4jMultiLayer(spark, network, master(batch, network, folder, clock));
      return new EpochLoop(stepped, training.deadline(), clock)
          .run(epoch -> epoch(distributed, data, learner));
    } finally {
      data.unpersist();
      folder.getFileSystem(spark.hadoopConfiguration()).delete(folder, true);
      network.close();
    }
  }

  private double epoch(
      SparkDl4jMultiLayer distributed, JavaRDD<DataSet> data, NetworkLearner learner)
      throws IOException {
    try {
      distributed.fit(data);
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    } catch (Exception failure) {
      // Scala does not declare what it throws.
      if (failure instanceof SparkException) {
        String reason = "dl4j-spark: " + SparkFailure.message(failure);
        if (SparkFailure.ofMachine(failure)) {
          throw new IOException(reason, failure);
        }
        throw new TrainingFailedException(reason);
      }
      throw failure;
    }
    learner.writeParameters(distributed.getNetwork().params().dup().data().asFloat());
    return loss;
  }

  private ParameterAveragingTrainingMaster master(
      int batch, MultiLayerNetwork network, Path folder, RoundClock clock) {
    FitClock work = new FitClock(spark.sc());
    boolean averaged = settings.statePolicy() == StatePolicy.AVERAGE;
    long parameters = network.numParams();
    long state =
        network.getUpdater().getStateViewArray() == null
            ? 0
            : network.getUpdater().getStateViewArray().length();
    long sent = Float.BYTES * (parameters + state);
    long received = Float.BYTES * settings.workers() * (parameters + (averaged ? state : 0));
    int lanes = Math.min(settings.workers(), spark.defaultParallelism());
    TimedMaster.Listener listener =
        (score, broadcast, last) -> {
          training.deadline().check("training");
          loss = EpochLoop.finite(score, "loss");
          FitClock.Work done = work.take();
          double compute = done.nanos() * 1e-6 / lanes;
          RoundClock.Ended ended =
              new RoundClock.Ended(
                  done.steps(), done.examples(), loss, broadcast * 1e-6, compute, sent, received);
          if (last) {
            clock.lastOfEpoch(ended);
          } else {
            clock.ended(ended);
          }
        };
    return new TimedMaster(
        new ParameterAveragingTrainingMaster.Builder(settings.workers(), batch)
            .batchSizePerWorker(batch)
            .averagingFrequency(settings.localSteps())
            .saveUpdater(averaged)
            .rddTrainingApproach(approach)
            .exportDirectory(folder.toString())
            .rngSeed(training.seed())
            .trainingHooks(work),
        listener);
  }
}
