package io.ergodic.jobs.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** Something that can be measured. */
@FunctionalInterface
public interface Benchmark {
  void run(Consumer<Measurement> sink) throws IOException;
}
