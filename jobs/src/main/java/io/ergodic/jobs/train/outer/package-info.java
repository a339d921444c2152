/** Outer optimisers, which update the shared parameters with the mean of the workers'. */
package io.ergodic.jobs.train.outer;
