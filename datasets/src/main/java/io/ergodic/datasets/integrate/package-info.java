/**
 * Numerical integration of ordinary differential equations in primitive arrays: an adaptive
 * Dormand-Prince pair, output between its steps, flow maps with exact Jacobians, Lyapunov spectra.
 * Which equations are integrated is the business of {@code io.ergodic.datasets.chaos}.
 */
package io.ergodic.datasets.integrate;
