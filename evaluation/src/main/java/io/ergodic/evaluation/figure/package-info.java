/**
 * What is drawn of a trial, from the same evidence that its metrics use. A figure is found by its
 * task; one that fails is left out and said so. How it looks in the report is the report's
 * business.
 */
package io.ergodic.evaluation.figure;
