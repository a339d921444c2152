package io.ergodic.jobs.tryout;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ergodic.evaluation.result.Score;
import java.util.List;

/**
 * What came out of a try.
 *
 * @param value of the task's first metric; null when it could not be had
 * @param baseline the same of the task's baseline
 * @param floor what the truth scores against itself; null where it is not known
 * @param parameters trained ones
 * @param multiplyAdds of a forward pass of one example
 * @param stepMilliseconds of a training step; 0 for closed forms
 * @param seconds of the whole try
 * @param scores all default metrics of the task
 * @param notes on what was cut to fit the budget
 */
@JsonPropertyOrder({
  "system",
  "dataset",
  "metric",
  "value",
  "baseline",
  "floor",
  "parameters",
  "multiply_adds",
  "step_ms",
  "seconds"
})
public record TryoutResult(
    String system,
    String dataset,
    String metric,
    Double value,
    Double baseline,
    Double floor,
    long parameters,
    @JsonProperty("multiply_adds") double multiplyAdds,
    @JsonProperty("step_ms") double stepMilliseconds,
    double seconds,
    @JsonIgnore String baselineName,
    @JsonIgnore List<Score> scores,
    @JsonIgnore List<String> notes) {}
