/** Codes of positions. */
package io.ergodic.models.block.position;
