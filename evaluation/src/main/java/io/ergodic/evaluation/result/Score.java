package io.ergodic.evaluation.result;

/** The value of one metric. */
public record Score(String metric, double value) {}
