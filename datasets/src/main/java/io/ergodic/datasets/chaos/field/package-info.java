/**
 * Chaotic partial differential equations: Kuramoto-Sivashinsky by exponential time differencing in
 * Fourier space, and its tangent dynamics.
 */
package io.ergodic.datasets.chaos.field;
