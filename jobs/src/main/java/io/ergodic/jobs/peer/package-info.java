/**
 * Other engines that train the same models on the same data, to be measured beside the project's
 * own: parameter averaging by dl4j-spark, and one machine. They can do less and are left as they
 * are; only their clocks are ours.
 */
package io.ergodic.jobs.peer;
