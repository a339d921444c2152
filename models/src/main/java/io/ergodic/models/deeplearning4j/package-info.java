/**
 * Deeplearning4j networks as learners: any MultiLayerNetwork, whose parameters and gradients are
 * flat vectors already, with the project's own optimisers; and the families made of them.
 */
package io.ergodic.models.deeplearning4j;
