package io.ergodic.jobs.train;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ergodic.jobs.train.round.WorkerCost;
import java.util.List;

/**
 * A round, written as one line of JSON. Times are in milliseconds, see RoundCost; the first four
 * add up to the wall time of the round without validation and checkpoint.
 *
 * @param round counted from 1
 * @param step number of global steps taken so far
 * @param steps number of global steps in the whole training
 * @param localSteps H of this round
 * @param loss mean loss of the round's steps
 * @param validation loss after the round; null when the round was not validated
 * @param bytesSent bytes of the vectors that the driver distributed, counted once
 * @param bytesReceived bytes of the vectors that the workers made
 * @param device that the workers computed on; several are joined by semicolons, and a GPU that
 *     could not be used is named with the reason
 * @param secondsLeft until the end of the training, at the mean speed of this process
 * @param workers the times of each worker
 */
@JsonPropertyOrder({"round", "step", "steps", "localSteps", "loss", "validation"})
public record RoundRecord(
    int round,
    long step,
    long steps,
    int localSteps,
    double loss,
    Double validation,
    long examples,
    double examplesPerSecond,
    double broadcastMs,
    double computeMs,
    double reduceMs,
    double idleMs,
    double validationMs,
    double checkpointMs,
    long bytesSent,
    long bytesReceived,
    String device,
    double secondsLeft,
    List<WorkerCost> workers) {

  /** The wall time of the round with its validation and checkpoint, in milliseconds. */
  public double wallMs() {
    return broadcastMs + computeMs + reduceMs + idleMs + validationMs + checkpointMs;
  }
}
