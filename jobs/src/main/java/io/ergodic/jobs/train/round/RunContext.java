package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.TrainableSource;
import java.io.Serializable;
import org.apache.spark.util.SerializableConfiguration;

/**
 * What all work of a training knows; broadcast once.
 *
 * @param id of this run of the training, under which executors keep its learners
 * @param number of the training in this application
 * @param parts the training data is dealt out in: the number of workers, or 1
 * @param cacheBytes of parts that a process keeps in memory between tasks
 * @param seed of the random draws of the steps
 */
public record RunContext(
    String id,
    int number,
    TrainableSource source,
    int parts,
    long cacheBytes,
    long seed,
    SerializableConfiguration configuration)
    implements Serializable {}
