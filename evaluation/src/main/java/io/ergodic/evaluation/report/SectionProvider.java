package io.ergodic.evaluation.report;

import java.util.List;

/** Brings sections into the report; found through ServiceLoader. */
public interface SectionProvider {
  List<Section> sections();
}
