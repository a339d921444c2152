/**
 * What a trained system is like, whatever it was trained on: Lyapunov spectrum and dimension of any
 * dynamics; of piecewise-linear ones the linear regions an orbit visits, their symbolic sequence,
 * transition graph and entropies, fixed points and cycles with their stability. Plain numbers of
 * plain capabilities: evidence, figures and pages are made of them elsewhere.
 */
package io.ergodic.evaluation.analysis;
