/**
 * The systems of the catalogue, one file each: equations, Jacobian, facts. A new system is a new
 * file here and its line in {@code META-INF/services/io.ergodic.datasets.chaos.ChaoticSystem};
 * tests find it by itself.
 */
package io.ergodic.datasets.chaos.system;
