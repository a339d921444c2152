/** Putting datasets together in memory from the rows that their sources produced. */
package io.ergodic.datasets.assembly;
