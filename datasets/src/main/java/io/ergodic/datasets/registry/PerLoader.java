package io.ergodic.datasets.registry;

import java.lang.ref.SoftReference;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * A value made once for each class loader of the asking threads, for jars may bring implementations
 * of their own, and made again when jars have been added to a loader, as Spark does on executors.
 *
 * @param <T> the value, such as a registry
 */
public final class PerLoader<T> {
  private final Supplier<? extends T> maker;

  /** Values refer to their loaders' classes: held softly, or no loader would ever be forgotten. */
  private final Map<ClassLoader, SoftReference<Known<T>>> known = new WeakHashMap<>();

  /**
   * A value that is made when it is asked for.
   *
   * @param maker run by the asking thread, more than once when several ask at the same time
   */
  public PerLoader(Supplier<? extends T> maker) {
    this.maker = maker;
  }

  private record Known<T>(int jars, T value) {}

  /** The value for the loader of this thread. */
  public T get() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    ClassLoader loader = context == null ? PerLoader.class.getClassLoader() : context;
    int jars = jars(loader);
    synchronized (known) {
      SoftReference<Known<T>> reference = known.get(loader);
      Known<T> before = reference == null ? null : reference.get();
      if (before != null && before.jars() == jars) {
        return before.value();
      }
    }
    // Outside of the lock: what is made may ask other registries, and they this one.
    T made = maker.get();
    synchronized (known) {
      known.put(loader, new SoftReference<>(new Known<>(jars, made)));
    }
    return made;
  }

  private static int jars(ClassLoader loader) {
    int jars = 0;
    for (ClassLoader at = loader; at != null; at = at.getParent()) {
      jars += at instanceof URLClassLoader urls ? urls.getURLs().length : 0;
    }
    return jars;
  }
}
