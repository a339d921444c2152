/** Pairs of functions, each sampled at points, for learning operators. */
package io.ergodic.datasets.kind.functions;
