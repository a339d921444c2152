package io.ergodic.evaluation.result;

import java.util.List;

/**
 * Gives the figures of a trial, which are kept apart from its record: few of them are looked at.
 */
@FunctionalInterface
public interface ArtefactSource {
  /** Where there are none. */
  ArtefactSource NONE = trial -> List.of();

  /**
   * Those of a trial, in the order they were made; none where they have been deleted.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException when they cannot be read
   */
  List<Artefact> of(TrialRecord trial);
}
