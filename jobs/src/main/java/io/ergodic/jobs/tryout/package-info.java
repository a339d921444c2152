/**
 * A system tried in one command: its smallest dataset, a budget of seconds, its score beside a
 * baseline and the floor. What suites do at length and with statistics, this does once and at once.
 */
package io.ergodic.jobs.tryout;
