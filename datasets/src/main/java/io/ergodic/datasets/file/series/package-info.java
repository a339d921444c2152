/**
 * Series from files: readers of NumPy arrays and comma-separated tables, and the sources {@code
 * npy} and {@code csv} built on them. What is cut where is decided here; windows are not.
 */
package io.ergodic.datasets.file.series;
