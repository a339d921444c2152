/**
 * Files that appear whole or not at all, on this machine's disks. What is in them is not said;
 * other file systems are the business of the module that knows Hadoop.
 */
package io.ergodic.datasets.storage;
