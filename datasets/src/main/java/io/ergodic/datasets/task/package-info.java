/** What a trial is to be good at: the question both training and evaluation answer. */
package io.ergodic.datasets.task;
