/**
 * Hadoop's file systems as those of {@code java.nio.file}, to be read from: what a suite names by
 * {@code hdfs://} or {@code s3a://} is read by the same code as a local file.
 */
package io.ergodic.jobs.location;
