package io.ergodic.jobs.train.round;

import io.ergodic.jobs.crew.Crew;
import io.ergodic.jobs.crew.Errand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Has workers do something that begins with the same vectors. Work that could not get them, because
 * they were lost with executors, answers with null and is given out again with the driver's.
 */
final class Beginning {
  private final Crew crew;
  private final Supplier<Start> driver;
  private Start start;

  /**
   * @param start with the vectors
   * @param driver gives the same from the driver
   */
  Beginning(Crew crew, Start start, Supplier<Start> driver) {
    this.crew = crew;
    this.start = start;
    this.driver = driver;
  }

  /** Results of workers, in the order given. */
  <R> List<R> run(List<Integer> workers, BiFunction<Start, Integer, Errand<R>> errand)
      throws IOException {
    List<R> results = new ArrayList<>(once(workers, errand));
    List<Integer> lost = new ArrayList<>();
    for (int k = 0; k < workers.size(); k++) {
      if (results.get(k) == null) {
        lost.add(k);
      }
    }
    if (lost.isEmpty()) {
      return results;
    }
    start = driver.get();
    List<R> again = once(lost.stream().map(workers::get).toList(), errand);
    for (int k = 0; k < lost.size(); k++) {
      if (again.get(k) == null) {
        throw new IOException("executors cannot fetch the parameters from the driver");
      }
      results.set(lost.get(k), again.get(k));
    }
    return results;
  }

  private <R> List<R> once(List<Integer> workers, BiFunction<Start, Integer, Errand<R>> errand)
      throws IOException {
    List<Errand<R>> errands = new ArrayList<>();
    workers.forEach(worker -> errands.add(errand.apply(start, worker)));
    return crew.run(errands);
  }
}
