/**
 * Suites: a HOCON file is read, checked and expanded into trials, each named by the hash of all
 * that determines its result.
 */
package io.ergodic.jobs.suite;
