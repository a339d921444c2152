/**
 * What learns: model families, learners, training rules, optimisers and the fused kernels. Knows
 * nothing of Spark; {@code io.ergodic.jobs} runs it on a cluster.
 */
package io.ergodic.models;
