package io.ergodic.datasets.registry;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which of the classes registered for a service cannot be loaded, and why: ServiceLoader
 * itself names neither the jar nor, where a class lacks its parent, the class.
 */
final class BrokenProvider {
  private static final String SERVICES = "META-INF/services/";

  private BrokenProvider() {}

  /** A message for the first one that fails; empty when, this time, none does. */
  static Optional<InvalidInputException> find(Class<?> service, String kind, ClassLoader loader) {
    String list = SERVICES + service.getName();
    try {
      for (URL url : Collections.list(loader.getResources(list))) {
        for (String name : names(url)) {
          Optional<Throwable> failure = failure(name, loader);
          if (failure.isPresent()) {
            String message =
                Origin.of(url, list) + ": " + name + ", a " + kind + ", cannot be loaded: ";
            return Optional.of(
                new InvalidInputException(message + why(name, failure.get()), failure.get()));
          }
        }
      }
    } catch (IOException unreadable) {
      return Optional.of(
          new InvalidInputException("cannot read " + list + ": " + unreadable.getMessage()));
    }
    return Optional.empty();
  }

  private static List<String> names(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  private static Optional<Throwable> failure(String name, ClassLoader loader) {
    try {
      Class.forName(name, true, loader).getDeclaredConstructor().newInstance();
      return Optional.empty();
    } catch (InvocationTargetException thrown) {
      return Optional.of(thrown.getCause());
    } catch (ExceptionInInitializerError thrown) {
      return Optional.of(thrown.getCause() == null ? thrown : thrown.getCause());
    } catch (ReflectiveOperationException | LinkageError failure) {
      return Optional.of(failure);
    }
  }

  private static String why(String name, Throwable failure) {
    String missing = String.valueOf(failure.getMessage()).replace('/', '.');
    if (failure instanceof ClassNotFoundException && missing.equals(name)) {
      // The compiler adds to the lists it finds: a class that was deleted stays in until a clean.
      return "it is not there (after deleting a class: mvn clean)";
    }
    if (failure instanceof NoClassDefFoundError || failure instanceof ClassNotFoundException) {
      return "there is no " + missing + "; was it built for another version of Ergodic?";
    }
    return failure instanceof LinkageError || failure instanceof NoSuchMethodException
        ? failure + "; was it built for another version of Ergodic?"
        : failure.toString();
  }
}
