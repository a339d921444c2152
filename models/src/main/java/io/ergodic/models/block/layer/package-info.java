/** Layers that are blocks of their own: convolutions, residual and dense blocks. */
package io.ergodic.models.block.layer;
