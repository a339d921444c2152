/**
 * How a trained model is put to the test for each task, what evidence that gives, and how the floor
 * is measured. Metrics and figures are found by the task's name; none of them is named here but as
 * a default.
 */
package io.ergodic.evaluation.protocol;
