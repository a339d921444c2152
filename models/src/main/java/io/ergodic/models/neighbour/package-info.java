/** Classifiers that keep the training series and ask which is nearest. */
package io.ergodic.models.neighbour;
