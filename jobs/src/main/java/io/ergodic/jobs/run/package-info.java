/** A suite from configuration to report: data, then trials, then results, each stage from disk. */
package io.ergodic.jobs.run;
