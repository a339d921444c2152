/**
 * How trained piecewise-linear systems are shown: a figure draws what the analysis finds, trials
 * keep it, and a section of the report shows the attractor by linear region, the transition graph,
 * and fixed points and cycles. What is found is the business of the analysis package.
 */
package io.ergodic.evaluation.regions;
