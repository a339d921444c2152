/** Metrics: small pure functions of arrays, each with its definition and source. */
package io.ergodic.evaluation.metric;
