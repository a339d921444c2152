/** Transforms that generators and invariants share, the same to the bit on every machine. */
package io.ergodic.datasets.spectral;
