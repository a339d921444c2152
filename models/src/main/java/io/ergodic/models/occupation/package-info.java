/**
 * Where in its state space a series is, and how often: the grid that tells it, windows drawn evenly
 * over it, and how near the free runs of a model come to it while the model is trained. What a
 * finished model scores on test data is measured in evaluation, not here.
 */
package io.ergodic.models.occupation;
