package io.ergodic.jobs.crew;

import java.io.Serializable;

/**
 * Something to be done by a member of a crew. May be done twice, elsewhere, or at the same time, so
 * it is a function of what it carries. On a local master it is not copied, nor is what it returns:
 * neither side writes to what both can see.
 */
@FunctionalInterface
public interface Work<R> extends Serializable {
  /**
   * Does it, on the thread of a Spark task.
   *
   * @return null, or something that can be serialised
   * @throws Exception when this attempt has failed; others are made as Spark makes them of tasks
   */
  R run() throws Exception;
}
