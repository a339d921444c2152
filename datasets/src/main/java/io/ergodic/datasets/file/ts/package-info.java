/** Labelled series in the files of the UCR and UEA archives. */
package io.ergodic.datasets.file.ts;
