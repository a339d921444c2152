/** Normalisations. */
package io.ergodic.models.block.norm;
