/**
 * What every network trained by gradient steps on windows or images reads from its settings:
 * epochs, batch, patience and optimiser, and the batches they mean.
 */
package io.ergodic.models.plan;
