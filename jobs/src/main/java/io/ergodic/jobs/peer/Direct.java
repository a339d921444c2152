package io.ergodic.jobs.peer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.models.training.Trained;
import java.io.IOException;
import org.deeplearning4j.spark.api.RDDTrainingApproach;

/**
 * {@code dl4j-direct}: dl4j-spark's ParameterAveragingTrainingMaster on an {@code RDD<DataSet>}
 * held serialised in memory.
 */
@AutoService(AveragingEngine.class)
public final class Direct implements AveragingEngine {
  @Override
  public String name() {
    return "dl4j-direct";
  }

  @Override
  public void check(AveragingSettings settings, Settings given) {
    Restrictions.check(settings, given);
  }

  @Override
  public Trained train(Training training) throws IOException {
    return new MasterTraining(training, RDDTrainingApproach.Direct).train();
  }
}
