package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/** Give the class of every example of a split, of whatever kind has classes. */
public record Classification() implements Task {
  @Override
  public String name() {
    return "classification";
  }

  @Override
  public Set<String> kinds() {
    return ClassSource.registry().names();
  }

  @Override
  public Port input(Schema schema) {
    return source(schema).input(schema);
  }

  @Override
  public Port output(Schema schema) {
    return new Port(Port.CLASSES, schema.classes().size());
  }

  @Override
  public Optional<Examples> examples(Dataset dataset, Split split) {
    return Optional.of(source(dataset.manifest().schema()).examples(dataset, split));
  }

  private static ClassSource source(Schema schema) {
    return ClassSource.registry().get(schema.kind(), "task classification");
  }
}
