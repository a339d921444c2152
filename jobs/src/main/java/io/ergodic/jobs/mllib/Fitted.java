package io.ergodic.jobs.mllib;

import io.ergodic.datasets.capability.Classifier;
import io.ergodic.models.training.EpochLoss;
import java.util.List;

/**
 * The end of a training by MLlib.
 *
 * @param model needs no Spark any more
 * @param parameters number of trained parameters
 * @param curve the objective by iteration; empty where there is none
 */
public record Fitted(Classifier model, int parameters, List<EpochLoss> curve) {}
