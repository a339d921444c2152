/** Heads: from features to class logits or forecasts. */
package io.ergodic.models.block.head;
