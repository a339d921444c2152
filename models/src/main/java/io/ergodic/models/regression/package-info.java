/**
 * Linear regression from mergeable sums: rows that forms make of examples, their normal equations,
 * and the features and filters that rows are made with. What the rows mean is no matter of it.
 */
package io.ergodic.models.regression;
