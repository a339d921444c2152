package io.ergodic.models.family;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.registry.Named;
import java.util.Optional;
import java.util.Set;

/** What the catalogue says of a kind of model, whoever runs it. */
public interface Family extends Named {
  /** The name people know it by, e.g. {@code PatchTST}. */
  String title();

  /** The compute engine that carries it. */
  Engine engine();

  /** What its trained models can be asked for. */
  Set<Class<? extends Capability>> capabilities();

  /** Raised whenever the same settings and data would give another model than before. */
  default int revision() {
    return 1;
  }

  /** Whether the seed changes nothing: such a model is trained once, not once a seed. */
  default boolean deterministic() {
    return false;
  }

  /**
   * Keys of its settings that name a file, whose content is part of the model. Whoever reads a
   * suite puts the address of the content in place of the name: see {@link
   * io.ergodic.models.content.Contents}.
   */
  default Set<String> files() {
    return Set.of();
  }

  /** The id of its paper in specs/systems.tsv; empty for a baseline. */
  Optional<String> paper();
}
