package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/**
 * Reconstruct the dynamics behind a series: run freely from one state and show the same attractor
 * (dynamical systems reconstruction). Models draw training sequences of their own length.
 */
public record Reconstruction() implements Task {
  @Override
  public String name() {
    return "reconstruction";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Schema.SERIES);
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.SERIES, 1, schema.dimension());
  }

  @Override
  public Port output(Schema schema) {
    return new Port(Port.DYNAMICS, schema.dimension());
  }

  @Override
  public Optional<Examples> examples(Dataset dataset, Split split) {
    return Optional.empty();
  }
}
