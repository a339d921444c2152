/**
 * Tests of Ergodic as its users meet it: the launcher, real Spark processes on loopback, a driver
 * that is killed. They run after packaging, on the jars that were just built.
 */
package io.ergodic.jobs.process;
