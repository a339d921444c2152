package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Errand;
import io.ergodic.jobs.train.StatePolicy;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.broadcast.Broadcast;

/**
 * The local steps of a round.
 *
 * @param slice values of the pieces that vectors are averaged in; 0 to get them whole
 * @param shares by worker, in their order
 * @param places executor that had each worker last; null for none
 */
record Steps(
    Beginning beginning,
    Broadcast<RunContext> run,
    StatePolicy policy,
    int round,
    int slice,
    Map<Integer, Share> shares,
    String[] places) {

  /** Of all workers, in their order. */
  List<Outcome> all() throws IOException {
    return of(List.copyOf(shares.keySet()));
  }

  /** Of some workers, in the order given. */
  List<Outcome> of(List<Integer> workers) throws IOException {
    return beginning.run(
        workers,
        (start, worker) ->
            new Errand<>(
                new LocalSteps(run, start, policy, round, slice, shares.get(worker)),
                places[worker]));
  }
}
