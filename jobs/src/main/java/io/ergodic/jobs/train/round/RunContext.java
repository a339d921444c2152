package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.TrainableSource;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The constants of one run of a training. The driver broadcasts them once.
 *
 * @param id of the run, by which executors cache its learners
 * @param number of the training in this application
 * @param source that makes learners and batches
 * @param parts number of parts of the training data: the number of workers when each has its own
 *     data, else 1
 * @param cacheBytes of own data that a process keeps in memory between tasks
 * @param seed of the random draws of the steps
 */
public record RunContext(
    String id,
    int number,
    TrainableSource source,
    int parts,
    long cacheBytes,
    long seed,
    Broadcast<SerializableConfiguration> configuration)
    implements Serializable {}
