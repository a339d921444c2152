package io.ergodic.models.training;

/** Mean training loss of an epoch and, where there is validation, the validation loss after it. */
public record EpochLoss(int epoch, double training, double validation) {}
