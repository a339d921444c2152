/**
 * Numbers that characterise a chaotic system, each with a standard error and a verdict on its
 * convergence: Lyapunov spectrum, Kaplan-Yorke and correlation dimension, entropies, dominant
 * period. Works on any {@link io.ergodic.datasets.invariant.TangentSystem}: flows here, maps, delay
 * and partial differential equations through {@link io.ergodic.datasets.invariant.SubjectProvider}s
 * of their own. Spark and files are not its business.
 */
package io.ergodic.datasets.invariant;
