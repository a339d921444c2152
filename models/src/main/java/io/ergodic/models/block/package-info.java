/**
 * Blocks: differentiable maps from tensor to tensor with named parameters, small and composable.
 * They allocate no parameter memory themselves; the arena of the model does, once for all of them.
 */
package io.ergodic.models.block;
