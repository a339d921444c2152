/**
 * Training on one machine: what is to be trained, for how long, and the plain loop that does it.
 */
package io.ergodic.models.training;
