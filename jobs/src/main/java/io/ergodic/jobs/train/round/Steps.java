package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Crew;
import io.ergodic.jobs.crew.Errand;
import io.ergodic.jobs.train.StatePolicy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.broadcast.Broadcast;

/** Has the local steps of a round done. */
final class Steps {
  private final Crew crew;
  private final Broadcast<RunContext> run;
  private final StatePolicy policy;
  private final int round;
  private final int slice;
  private final Map<Integer, Share> shares;
  private final String[] places;
  private final Supplier<Parcel<Shared>> driver;
  private Parcel<Shared> start;

  /**
   * @param slice values of the pieces that vectors are averaged in; 0 to get them whole
   * @param shares by worker, in their order
   * @param places executor that had each worker last; null for none
   * @param start what all begin with
   * @param driver the same, from the driver, should the start have been lost with executors
   */
  Steps(
      Crew crew,
      Broadcast<RunContext> run,
      StatePolicy policy,
      int round,
      int slice,
      Map<Integer, Share> shares,
      String[] places,
      Parcel<Shared> start,
      Supplier<Parcel<Shared>> driver) {
    this.crew = crew;
    this.run = run;
    this.policy = policy;
    this.round = round;
    this.slice = slice;
    this.shares = shares;
    this.places = places;
    this.start = start;
    this.driver = driver;
  }

  /** Of all workers, in their order. */
  List<Outcome> all() throws IOException {
    return of(List.copyOf(shares.keySet()));
  }

  /** Of some workers, in the order given. */
  List<Outcome> of(List<Integer> workers) throws IOException {
    List<Outcome> outcomes = new ArrayList<>(once(workers));
    List<Integer> lost = new ArrayList<>();
    for (int k = 0; k < workers.size(); k++) {
      if (outcomes.get(k).lost()) {
        lost.add(k);
      }
    }
    if (!lost.isEmpty()) {
      start = driver.get();
      List<Outcome> again = once(lost.stream().map(workers::get).toList());
      for (int k = 0; k < lost.size(); k++) {
        if (again.get(k).lost()) {
          throw new IOException("executors cannot fetch the parameters from the driver");
        }
        outcomes.set(lost.get(k), again.get(k));
      }
    }
    return outcomes;
  }

  private List<Outcome> once(List<Integer> workers) throws IOException {
    List<Errand<Outcome>> errands = new ArrayList<>();
    for (int worker : workers) {
      LocalSteps steps = new LocalSteps(run, start, policy, round, slice, shares.get(worker));
      errands.add(new Errand<>(steps, places[worker]));
    }
    return crew.run(errands);
  }
}
