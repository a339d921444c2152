package io.ergodic.evaluation.statistics;

/**
 * One line of a leaderboard.
 *
 * @param meanRank over the blocks, 1 is best; NaN when no block is complete
 * @param trials in all
 * @param failed of them
 */
public record Standing(String system, double meanRank, int trials, int failed) {}
