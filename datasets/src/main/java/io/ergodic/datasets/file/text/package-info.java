/** Texts as sequences of bytes or characters. */
package io.ergodic.datasets.file.text;
