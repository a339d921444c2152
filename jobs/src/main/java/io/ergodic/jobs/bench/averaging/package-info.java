/**
 * Measures what parameter averaging costs above the steps themselves: this project's engine beside
 * its peers, on the same networks and the same number of steps.
 */
package io.ergodic.jobs.bench.averaging;
