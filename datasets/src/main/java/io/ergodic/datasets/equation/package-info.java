/**
 * Partial differential equations on a circle whose solution operators are to be learned: initial
 * states are drawn from a Gaussian field, a spectral method gives the state after some time.
 */
package io.ergodic.datasets.equation;
