/**
 * Numerical integration in primitive arrays: adaptive explicit and stiff methods, symplectic ones,
 * switching fields with sliding and saltation, delay equations by the method of steps, output
 * between steps, tangent fields and flow maps with exact Jacobians. Which equations are integrated
 * is the business of {@code io.ergodic.datasets.chaos}, exponents that of {@code
 * io.ergodic.datasets.invariant}.
 */
package io.ergodic.datasets.integrate;
