package io.ergodic.datasets.registry;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents one component of a settings record: what it means, its default and what is allowed.
 * {@link RecordSettings} reads such records from a configuration and describes them.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {
  /** What the setting means, with its unit; one phrase. */
  String value();

  /** HOCON text of the default; {@link #REQUIRED} where there is none. */
  String fallback() default REQUIRED;

  /** The smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** The largest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /** The words allowed, for strings; empty for any. */
  String[] choices() default {};

  /** Marks a setting that has to be given. */
  String REQUIRED = "<required>";
}
