/** Files on any Hadoop file system that appear whole or not at all. What is in them is not said. */
package io.ergodic.jobs.file;
