/**
 * Image datasets: AttractorNet, drawn from the catalogue of chaotic flows. How images are stored is
 * the business of {@code io.ergodic.jobs.data}.
 */
package io.ergodic.datasets.image;
