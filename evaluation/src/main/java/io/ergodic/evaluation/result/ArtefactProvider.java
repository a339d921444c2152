package io.ergodic.evaluation.result;

import java.util.Map;

/**
 * Makes kinds of figure data known, so that they can be written and read; found through
 * ServiceLoader. A kind without a provider cannot be written.
 */
public interface ArtefactProvider {
  /** Each record by the name it has on disk: lower case words joined by hyphens. */
  Map<String, Class<? extends Artefact>> artefacts();
}
