/** Measures how fast and how exact data is generated. What is measured lives elsewhere. */
package io.ergodic.jobs.bench;
