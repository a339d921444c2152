/** Data that lies in files: readers of their formats and the sources built on them. */
package io.ergodic.datasets.file;
