/**
 * Forecasts of a table without any suite: {@code ergodic forecast}. It decides what a suite would
 * say, has that run, and asks the trained models for what follows the last row.
 */
package io.ergodic.jobs.forecast;
