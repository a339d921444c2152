/** The contract between a model and whoever trains it, on one machine or on many. */
package io.ergodic.models.learner;
