/**
 * Where data comes from. A source turns settings into a plan; a plan knows the shape of its data
 * and can produce any one of its shards alone, which is what a Spark task does.
 */
package io.ergodic.datasets.source;
