package io.ergodic.jobs.command;

import io.ergodic.datasets.registry.Origin;
import io.ergodic.jobs.build.Build;
import io.ergodic.jobs.spark.SparkFailure;
import java.util.Arrays;
import java.util.Optional;

/** Recognises a plug-in that was compiled against another version of Ergodic. */
final class OtherVersion {
  private OtherVersion() {}

  /** One line naming class and jar, for a failure to link a class with one of ours. */
  static Optional<String> explain(Throwable failure) {
    Throwable innermost = SparkFailure.innermost(failure);
    String what = String.valueOf(innermost.getMessage());
    boolean linking =
        innermost instanceof LinkageError || innermost instanceof ClassNotFoundException;
    if (!linking || !what.replace('/', '.').contains("io.ergodic.")) {
      return Optional.empty();
    }
    return Arrays.stream(innermost.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.matches("(io\\.ergodic|java|javax|jdk|sun|scala|picocli)\\..*"))
        .findFirst()
        .flatMap(OtherVersion::load)
        .map(
            type ->
                Origin.of(type)
                    + " was built for another version of Ergodic than this, "
                    + Build.version()
                    + ": "
                    + innermost.getClass().getSimpleName()
                    + ": "
                    + what.lines().findFirst().orElse(""));
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(
          Class.forName(name, false, Thread.currentThread().getContextClassLoader()));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return Optional.empty();
    }
  }
}
