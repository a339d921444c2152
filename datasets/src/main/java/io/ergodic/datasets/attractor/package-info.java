/**
 * Strange attractors as labelled examples: pictures of them and series of them, the class being the
 * system.
 */
package io.ergodic.datasets.attractor;
