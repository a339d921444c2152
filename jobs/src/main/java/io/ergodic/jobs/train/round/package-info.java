/**
 * One round: the driver sends the round's input to the workers, each worker takes its local steps,
 * and the driver gets their mean. The vectors of small models travel with the tasks, and the driver
 * averages them. The vectors of large models stay in the executors' block stores, and the executors
 * average them slice by slice.
 */
package io.ergodic.jobs.train.round;
