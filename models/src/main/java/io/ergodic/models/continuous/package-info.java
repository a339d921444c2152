/**
 * Neural differential equations: a network as the right-hand side of dz/dt = f(z), an adaptive
 * solver with two ways back through it, and penalties on what the solver finds hard. Solvers of
 * equations that are known lie in {@code io.ergodic.datasets.integrate}; recurrent cells that only
 * look continuous are maps, with their kernels in {@code io.ergodic.models.kernel}.
 */
package io.ergodic.models.continuous;
