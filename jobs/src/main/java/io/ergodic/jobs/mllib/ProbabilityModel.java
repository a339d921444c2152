package io.ergodic.jobs.mllib;

import io.ergodic.datasets.capability.Classifier;
import org.apache.spark.ml.classification.ProbabilisticClassificationModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;

/** A trained MLlib model asked for one vector at a time, without a Spark job. */
final class ProbabilityModel implements Classifier {
  private final ProbabilisticClassificationModel<Vector, ?> model;
  private final double[] features;

  ProbabilityModel(ProbabilisticClassificationModel<Vector, ?> model) {
    this.model = model;
    this.features = new double[model.numFeatures()];
  }

  @Override
  public int classes() {
    return model.numClasses();
  }

  @Override
  public void classify(float[] inputs, int count, float[] probabilities) {
    Vector vector = Vectors.dense(features);
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < features.length; k++) {
        features[k] = inputs[i * features.length + k];
      }
      Vector row = model.predictProbability(vector);
      for (int c = 0; c < classes(); c++) {
        probabilities[i * classes() + c] = (float) row.apply(c);
      }
    }
  }
}
