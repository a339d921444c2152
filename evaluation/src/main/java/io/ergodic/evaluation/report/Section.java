package io.ergodic.evaluation.report;

/** A part of the report with a place in its navigation. */
interface Section {
  /** Anchor in the page. */
  String id();

  /** Heading and entry of the navigation. */
  String title();

  /** Whether the trials hold anything that it could show. */
  boolean present(Report report);

  /** Writes what stands below the heading. */
  void write(Html html, Report report);
}
