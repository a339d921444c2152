package io.ergodic.models.rule;

import io.ergodic.datasets.task.Port;
import io.ergodic.models.libtorch.ForecastLoss;

/**
 * What a network is to answer.
 *
 * @param input what goes in
 * @param output what has to come out
 * @param smoothing of class labels
 * @param loss of forecasts
 * @param reversible whether series are brought to mean 0 and deviation 1 before the network and
 *     back after it (RevIN, Kim et al. 2022)
 */
public record Question(
    Port input, Port output, double smoothing, ForecastLoss loss, boolean reversible) {}
