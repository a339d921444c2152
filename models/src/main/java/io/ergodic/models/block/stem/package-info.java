/** Stems: from an example to tokens, a picture of features, or a vector. */
package io.ergodic.models.block.stem;
