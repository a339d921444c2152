/** Downsampling between stages. */
package io.ergodic.models.block.down;
