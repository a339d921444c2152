package io.ergodic.jobs.train;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ergodic.jobs.train.round.WorkerCost;
import java.util.List;

/**
 * A round as one line of JSON. Times in milliseconds, see RoundCost; they add up to the wall time
 * of the round without validation and checkpoint, which stand apart.
 *
 * @param round counted from 1
 * @param step global steps done after it
 * @param steps of the whole training
 * @param localSteps H of this round
 * @param loss mean of the round's steps
 * @param validation loss after it; null when there was none
 * @param bytesSent of vectors given out, once each
 * @param bytesReceived of vectors the workers sent
 * @param device the workers computed on; several joined by a semicolon, a GPU that could not be
 *     used with the reason
 * @param secondsLeft at the mean pace of this process
 * @param workers the round from each worker's view
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
