/**
 * Metrics: small pure functions of evidence, each with its definition and source. How evidence is
 * observed is the business of protocols.
 */
package io.ergodic.evaluation.metric;
