/**
 * Recipes as estimators and models of {@code spark.ml}: for DataFrames, pipelines and
 * cross-validation, from Java, Scala and Python. What is fitted is what a suite would train; what
 * is saved is what a suite would store, beside the parameters that Spark saves.
 */
package io.ergodic.jobs.ml;
