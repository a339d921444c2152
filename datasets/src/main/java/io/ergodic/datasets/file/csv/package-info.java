/** Comma-separated tables with a header and a date column, plain or gzipped, as one series. */
package io.ergodic.datasets.file.csv;
