/** What a run leaves: results as Parquet and CSV, the report, and where all of it came from. */
package io.ergodic.jobs.result;
