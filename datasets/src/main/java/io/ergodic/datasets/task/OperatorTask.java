package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/** Give the function that belongs to a function, such as the state of a flow after some time. */
public record OperatorTask() implements Task {
  @Override
  public String name() {
    return "operator";
  }

  @Override
  public Set<String> kinds() {
    return FunctionSource.registry().names();
  }

  @Override
  public Port input(Schema schema) {
    return source(schema).input(schema);
  }

  @Override
  public Port output(Schema schema) {
    return source(schema).output(schema);
  }

  @Override
  public Optional<Examples> examples(Dataset dataset, Split split) {
    return Optional.of(source(dataset.manifest().schema()).examples(dataset, split));
  }

  /** How functions are read from data of a schema. */
  public static FunctionSource source(Schema schema) {
    return FunctionSource.registry().get(schema.kind(), "task operator");
  }
}
