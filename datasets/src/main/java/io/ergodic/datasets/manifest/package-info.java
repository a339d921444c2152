/** What is written beside the shards of a dataset: everything needed to trust and rebuild it. */
package io.ergodic.datasets.manifest;
