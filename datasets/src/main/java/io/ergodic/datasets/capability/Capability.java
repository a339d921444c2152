package io.ergodic.datasets.capability;

/** Marks what something trained can be asked for. */
public interface Capability {}
