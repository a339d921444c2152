/**
 * Piecewise-linear recurrent networks for dynamical systems reconstruction: the shallow PLRNN and
 * the almost-linear RNN, trained by (generalised, adaptive or sparse) teacher forcing on the fused
 * kernels, and run in double precision once trained.
 */
package io.ergodic.models.plrnn;
