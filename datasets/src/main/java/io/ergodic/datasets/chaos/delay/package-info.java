/**
 * The catalogue of chaotic delay equations, one file each, and equations with values for their
 * parameters. They are integrated by {@code io.ergodic.datasets.integrate.DelayTrajectory}.
 */
package io.ergodic.datasets.chaos.delay;
