package io.ergodic.datasets.settings;

/**
 * A failure whose message says all there is to know: what, where, and what is allowed. Wherever it
 * is shown, neither the name of its class nor a place in the code is added.
 */
public interface Explained {}
