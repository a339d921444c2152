/**
 * Baselines that Spark MLlib trains, each as Spark jobs of its own; scored on the driver like any
 * other model. Models that train inside a task live in {@code io.ergodic.models}.
 */
package io.ergodic.jobs.mllib;
