/**
 * The catalogue of chaotic flows, datasets sampled from them, and their true dynamics for floors.
 * How they are integrated is the business of {@code io.ergodic.datasets.integrate}; the systems
 * themselves stand in {@code system}, one file each.
 */
package io.ergodic.datasets.chaos;
