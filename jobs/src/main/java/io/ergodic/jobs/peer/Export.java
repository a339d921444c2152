package io.ergodic.jobs.peer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import org.deeplearning4j.spark.api.RDDTrainingApproach;

/**
 * {@code dl4j-export}: dl4j-spark's ParameterAveragingTrainingMaster on minibatches that it writes
 * to files first. On a cluster it demands a default file system (spark.hadoop.fs.defaultFS) that is
 * not the local one.
 */
@AutoService(AveragingEngine.class)
public final class Export implements AveragingEngine {
  @Override
  public String name() {
    return "dl4j-export";
  }

  @Override
  public void check(AveragingSettings settings, Settings given) {
    Restrictions.check(settings, given);
  }

  @Override
  public Trained train(Training training) throws IOException {
    return new MasterTraining(training, RDDTrainingApproach.Export).train();
  }
}
