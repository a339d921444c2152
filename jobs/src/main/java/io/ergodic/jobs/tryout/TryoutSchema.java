package io.ergodic.jobs.tryout;

import io.ergodic.models.family.ModelContext;

/** The form of the data that a system is tried on, known before any is made. */
public final class TryoutSchema {
  private TryoutSchema() {}

  /** The context a recipe or family is described in when it is tried. */
  public static ModelContext context(String name) {
    TryoutPlan plan = TryoutPlan.of(name);
    return new ModelContext(
        plan.protocol().task(plan.taskSettings()),
        plan.dataset().plan().schema(),
        plan.dataset().name());
  }
}
