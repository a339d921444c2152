/** How a trained model is put to the test for each task, and how the floor is measured. */
package io.ergodic.evaluation.protocol;
