/**
 * Numerical integration in primitive arrays: adaptive explicit and stiff methods, symplectic ones,
 * switching fields, delay equations by the method of steps, output between steps, flow maps with
 * exact Jacobians, and Lyapunov exponents of flows, maps and delay equations. Which equations are
 * integrated is the business of {@code io.ergodic.datasets.chaos}.
 */
package io.ergodic.datasets.integrate;
