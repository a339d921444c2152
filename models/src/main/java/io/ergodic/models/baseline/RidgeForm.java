package io.ergodic.models.baseline;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.regression.RegressionForm;

/** A form whose solution is a model. */
interface RidgeForm extends RegressionForm {
  /** The model of a solution: outputs x features, row-major. */
  Capability model(double[] weights);
}
