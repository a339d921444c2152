/** The delay equations of the catalogue, one file each. */
package io.ergodic.datasets.chaos.delay.system;
