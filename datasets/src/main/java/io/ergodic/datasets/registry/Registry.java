package io.ergodic.datasets.registry;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All implementations of a service found on the class path, by name.
 *
 * @param <T> the service
 */
public final class Registry<T extends Named> {
  private static final Map<Class<?>, PerLoader<Registry<?>>> LOADED = new ConcurrentHashMap<>();

  private final String kind;
  private final Map<String, T> byName;
  private final Function<String, Optional<T>> further;

  private Registry(String kind, Map<String, T> byName, Function<String, Optional<T>> further) {
    this.kind = kind;
    this.byName = byName;
    this.further = further;
  }

  /**
   * The registry of a service, loaded once for each class loader of the asking threads and again
   * when jars have been added to it; {@code kind} is the word for it in messages ("dataset
   * source").
   */
  @SuppressWarnings("unchecked")
  public static <T extends Named> Registry<T> load(Class<T> service, String kind) {
    PerLoader<Registry<?>> known =
        LOADED.computeIfAbsent(
            service, one -> new PerLoader<>(() -> of(kind, providers(service, kind))));
    return (Registry<T>) known.get();
  }

  /**
   * All implementations of a service, several of one name included.
   *
   * @throws InvalidInputException naming the jar and the class that cannot be loaded
   */
  public static <T> List<T> providers(Class<T> service, String kind) {
    ClassLoader loader = loader(service);
    try {
      List<T> all = new ArrayList<>();
      ServiceLoader.load(service, loader).forEach(all::add);
      return all;
    } catch (ServiceConfigurationError | LinkageError broken) {
      throw BrokenProvider.find(service, kind, loader)
          .orElseGet(
              () ->
                  new InvalidInputException(
                      "cannot load every " + kind + ": " + broken.getMessage(), broken));
    }
  }

  /** Plug-ins are seen by the thread's loader: Spark puts jars that were added later there. */
  private static ClassLoader loader(Class<?> service) {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return sees(context, service) ? context : service.getClassLoader();
  }

  private static boolean sees(ClassLoader loader, Class<?> service) {
    try {
      return loader != null && loader.loadClass(service.getName()) == service;
    } catch (ClassNotFoundException other) {
      return false;
    }
  }

  /** Of entries that are there; two of one name are refused. */
  public static <T extends Named> Registry<T> of(String kind, Iterable<? extends T> entries) {
    Map<String, T> byName = new TreeMap<>();
    for (T entry : entries) {
      T other = byName.put(name(entry, kind), entry);
      if (other != null) {
        throw new IllegalStateException(
            "two of the name "
                + entry.name()
                + ": "
                + Origin.of(other.getClass())
                + ", "
                + Origin.of(entry.getClass()));
      }
    }
    return new Registry<>(kind, byName, name -> Optional.empty());
  }

  /**
   * The same entries and, behind names that none of them has, those of a family too large to be
   * listed, such as one for each whole number. {@link #names()} and {@link #all()} are as before.
   */
  public Registry<T> with(Function<String, Optional<T>> family) {
    return new Registry<>(kind, byName, family);
  }

  private static String name(Named entry, String kind) {
    try {
      return entry.name();
    } catch (LinkageError broken) {
      throw new InvalidInputException(
          Origin.of(entry.getClass())
              + ", a "
              + kind
              + ", was built for another version of Ergodic: "
              + broken.getMessage(),
          broken);
    }
  }

  /** The entry of this name; an unknown one is answered with the nearest known. */
  public T get(String name, String path) {
    return find(name)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    path
                        + ": unknown "
                        + kind
                        + " '"
                        + name
                        + "'; "
                        + NearestName.hint(name, names())));
  }

  private Optional<T> find(String name) {
    T entry = byName.get(name);
    return entry == null ? further.apply(name) : Optional.of(entry);
  }

  public boolean contains(String name) {
    return find(name).isPresent();
  }

  public Set<String> names() {
    return Collections.unmodifiableSet(byName.keySet());
  }

  /** All entries, in the order of their names. */
  public Collection<T> all() {
    return Collections.unmodifiableCollection(byName.values());
  }
}
