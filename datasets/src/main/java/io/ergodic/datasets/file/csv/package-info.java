/**
 * Tables of separated values: their encoding, separator, header, numbers and times found or told,
 * all columns judged by all their rows, and what was decided said.
 */
package io.ergodic.datasets.file.csv;
