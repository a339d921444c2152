/**
 * The catalogue of chaotic maps: one file a map, and maps with values for their parameters.
 * Exponents of maps are measured by {@code io.ergodic.datasets.integrate.MapTangent}; datasets of
 * them are made by the source {@code map} of {@code io.ergodic.datasets.chaos}.
 */
package io.ergodic.datasets.chaos.map;
