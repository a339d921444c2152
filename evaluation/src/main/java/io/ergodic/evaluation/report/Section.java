package io.ergodic.evaluation.report;

/**
 * A part of the report with a place in its navigation. A task brings sections of its own through a
 * {@link SectionProvider}.
 */
public interface Section {
  /** Place of what is shown of a task; the leaderboard stands at 100, provenance at 900. */
  int OF_A_TASK = 500;

  /** Which page a section stands on. */
  enum Scope {
    /** The index, with all experiments. */
    SUITE,
    /** The page of each experiment. */
    EXPERIMENT
  }

  default Scope scope() {
    return Scope.EXPERIMENT;
  }

  /** Anchor in the page. */
  String id();

  /** Heading and entry of the navigation. */
  String title();

  /** Sections stand in this order, those of one place in that of their ids. */
  default int place() {
    return OF_A_TASK;
  }

  /** JavaScript that registers how its figures are drawn; empty where the report knows them. */
  default String script() {
    return "";
  }

  /** Whether the trials hold anything that it could show. */
  boolean present(Report report);

  /** Writes what stands below the heading. */
  void write(Html html, Report report);
}
