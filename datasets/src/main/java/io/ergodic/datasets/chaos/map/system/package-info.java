/** The maps of the catalogue, one file each. */
package io.ergodic.datasets.chaos.map.system;
