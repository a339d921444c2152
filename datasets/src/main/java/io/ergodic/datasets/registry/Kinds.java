package io.ergodic.datasets.registry;

import io.ergodic.datasets.settings.Reading;
import io.ergodic.datasets.settings.Settings;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All registered kinds by the role they play, and the reader of {@code { kind = NAME, ... }}. A
 * name is unique within a role, so one name may stand for a token mixer and a channel mixer.
 */
public final class Kinds {
  /** The key that names the kind. */
  public static final String KEY = "kind";

  private static final Map<Class<?>, PerLoader<Registry<Kind>>> BY_ROLE = new ConcurrentHashMap<>();

  private Kinds() {}

  /** The kinds whose settings record implements a role. */
  public static Registry<Kind> of(Class<?> role) {
    return BY_ROLE.computeIfAbsent(role, one -> new PerLoader<>(() -> load(one))).get();
  }

  private static Registry<Kind> load(Class<?> role) {
    Collection<Kind> all =
        Registry.providers(Kind.class, "kind").stream()
            .filter(kind -> role.isAssignableFrom(kind.type()))
            .toList();
    return Registry.of(word(role), all);
  }

  /** Reads an object such as {@code { kind = attention, heads = 4 }}; all its keys are checked. */
  public static <R> R read(Class<R> role, Settings settings) {
    Kind kind = of(role).get(settings.string(KEY), settings.path(KEY));
    settings.explain(
        KEY, new Reading("word", "", String.join(", ", of(role).names()), kind.summary()));
    return role.cast(RecordSettings.read(kind.type(), settings.without(KEY)));
  }

  /**
   * Reads the kind at a key: an object, or its name alone when its defaults will do.
   *
   * @param fallback HOCON of the object, or a name alone, where the key is absent; keys it has and
   *     the object lacks hold too, if the kind is the same
   */
  public static <R> R read(Class<R> role, Settings parent, String key, String fallback) {
    return read(role, object(parent, key, fallback));
  }

  /** Reads the kind at a key that has to be given. */
  public static <R> R read(Class<R> role, Settings parent, String key) {
    if (!parent.has(key)) {
      throw parent.error(
          key, "required: the " + word(role) + ", one of " + String.join(", ", of(role).names()));
    }
    return read(role, object(parent, key, ""));
  }

  private static Settings object(Settings parent, String key, String fallback) {
    String text = fallback.matches("[a-z0-9-]+") ? KEY + " = " + fallback : fallback;
    return parent.named(key, KEY).merged(Settings.parse(text, parent.path(key)), KEY);
  }

  /** {@code TokenMixer} as words: {@code token mixer}. */
  public static String word(Class<?> role) {
    return role.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
