package io.ergodic.models.forecaster;

/**
 * What a forecaster is asked for.
 *
 * @param lookback rows it sees
 * @param horizon rows that follow
 * @param variables of each row
 */
public record Window(int lookback, int horizon, int variables) {}
