/**
 * Numbers that characterise a chaotic system, each with a standard error and a verdict on its
 * convergence: Lyapunov spectrum, Kaplan-Yorke and correlation dimension, entropies, dominant
 * period. There is one estimator of exponents, {@link
 * io.ergodic.datasets.invariant.LyapunovEstimator}, for every {@link
 * io.ergodic.datasets.invariant.TangentSystem}: flows with and without jumps, maps, delay equations
 * and fields, named by {@link io.ergodic.datasets.invariant.SubjectProvider}s. Spark and files are
 * not its business.
 */
package io.ergodic.datasets.invariant;
