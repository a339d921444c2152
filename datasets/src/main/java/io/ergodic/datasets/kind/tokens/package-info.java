/** Sequences of tokens from a vocabulary, such as the characters of a text. */
package io.ergodic.datasets.kind.tokens;
