package io.ergodic.models.convolution;

import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.regression.LabelledSet;
import io.ergodic.models.regression.RidgeClassification;

/**
 * What the classifiers by convolutions have in common. Setting: {@code penalties} of the ridge
 * classifier, to choose from by leaving out one example at a time (ten from 1e-3 to 1e3, as the
 * authors have them).
 */
final class ConvolutionSettings {
  private static final int EXAMPLES_A_BATCH = 256;

  private ConvolutionSettings() {}

  static double[] penalties(Settings settings) {
    double[] powers = new double[10];
    for (int i = 0; i < powers.length; i++) {
      powers[i] = Math.pow(10, -3 + 6.0 * i / 9);
    }
    double[] penalties = settings.numbers("penalties", powers);
    settings.explain("penalties", "to choose from by leaving out one example at a time");
    for (double penalty : penalties) {
      if (!(penalty > 0)) {
        throw settings.error("penalties", "must be positive numbers, not " + penalty);
      }
    }
    if (penalties.length == 0) {
      throw settings.error("penalties", "must not be empty");
    }
    return penalties;
  }

  /**
   * The model.
   *
   * @param size values of a series
   */
  static Model model(ConvolutionForm form, int size, int classes, double[] penalties) {
    int fitted = RidgeClassification.size(form.features(), classes);
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () ->
                    new LabelledSet(
                        size, new RidgeFeatures(form, classes, penalties, training.seed()), fitted),
                new Sequential(training.examples(Split.TRAIN), EXAMPLES_A_BATCH)),
        solution ->
            new ConvolutionClassifier(
                form.transform(solution), size, classes, solution, form.kept()),
        new Cost(fitted, 10.0 * form.features() * size, 1, 0));
  }
}
