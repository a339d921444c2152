package io.ergodic.evaluation.statistics;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which systems of an experiment are compared with which, decided before there are results.
 *
 * @param control the system that each other one is compared with, where one is named
 * @param groups of systems that are compared among themselves, by name, each of at most {@link
 *     Leaderboard#MOST}; empty where all are compared at once
 */
public record ComparisonPlan(Optional<String> control, Map<String, List<String>> groups) {
  /** All with one another, as far as their number allows. */
  public static final ComparisonPlan ALL = new ComparisonPlan(Optional.empty(), Map.of());

  public ComparisonPlan {
    groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
  }
}
