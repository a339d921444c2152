/**
 * Columns of times: how they are written, whether rows stand in their order at equal steps, and
 * what is done about those that do not. Knows nothing of the file a column comes from.
 */
package io.ergodic.datasets.file.time;
