package io.ergodic.datasets.registry;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Reading;
import io.ergodic.datasets.settings.Settings;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a record of settings from a configuration and describes it. Components may be numbers,
 * flags, strings, enums, lists of strings, arrays of numbers, records of their own, and roles of
 * registered {@linkplain Kinds kinds}; {@code Optional} ones may be absent. Every component carries
 * a {@link Setting}; unknown keys are refused.
 */
public final class RecordSettings {
  private RecordSettings() {}

  /**
   * Reads all components of a record.
   *
   * @throws InvalidInputException naming key, value and what is allowed; also for what the record's
   *     own constructor refuses
   */
  public static <R extends Record> R read(Class<R> type, Settings settings) {
    RecordComponent[] components = type.getRecordComponents();
    Settings given = settings.withFallback(defaults(type, settings.path()));
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i], setting(type, components[i]), given);
    }
    given.rejectUnknown();
    return create(type, types, values, settings);
  }

  /** The defaults of everything but nested records and kinds, which have ways of their own. */
  private static Settings defaults(Class<? extends Record> type, String path) {
    StringBuilder text = new StringBuilder();
    for (RecordComponent component : type.getRecordComponents()) {
      String fallback = setting(type, component).fallback();
      Class<?> of = component.getType();
      if (!fallback.equals(Setting.REQUIRED)
          && of != Optional.class
          && !of.isRecord()
          && !isRole(of)) {
        text.append(component.getName()).append(" = ").append(fallback).append('\n');
      }
    }
    return Settings.parse(text.toString(), path);
  }

  private static Setting setting(Class<?> type, RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException(type + "." + component.getName() + " has no @Setting");
    }
    return setting;
  }

  private static <R extends Record> R create(
      Class<R> type, Class<?>[] types, Object[] values, Settings settings) {
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof InvalidInputException problem) {
        throw new InvalidInputException(settings.path() + ": " + problem.getMessage(), problem);
      }
      throw new IllegalStateException(type + ": its constructor failed", refused.getCause());
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalStateException(type + ": not a record of settings", wrong);
    }
  }

  private static Object value(RecordComponent component, Setting setting, Settings given) {
    Class<?> type = component.getType();
    SettingDescription said = describe(component, setting, "");
    given.explain(
        component.getName(),
        new Reading(said.type(), said.fallback(), said.range(), said.meaning()));
    if (type == Optional.class) {
      Class<?> inner = argument(component.getGenericType());
      return given.has(component.getName())
          ? Optional.of(present(component.getName(), inner, setting, given))
          : Optional.empty();
    }
    boolean required = setting.fallback().equals(Setting.REQUIRED);
    String key = component.getName();
    if (type.isRecord() && !required) {
      return RecordSettings.read(
          type.asSubclass(Record.class),
          given.child(key).withFallback(Settings.parse(setting.fallback(), given.path(key))));
    }
    if (isRole(type)) {
      return required
          ? Kinds.read(type, given, key)
          : Kinds.read(type, given, key, setting.fallback());
    }
    return present(key, type, setting, given);
  }

  private static Object present(String key, Class<?> type, Setting setting, Settings given) {
    if (type == int.class || type == Integer.class) {
      return (int)
          given.whole(
              key, (long) low(setting, Integer.MIN_VALUE), (long) high(setting, Integer.MAX_VALUE));
    }
    if (type == long.class || type == Long.class) {
      return given.whole(
          key, (long) low(setting, Long.MIN_VALUE), (long) high(setting, Long.MAX_VALUE));
    }
    if (type == double.class || type == Double.class) {
      return given.number(key, low(setting, -Double.MAX_VALUE), high(setting, Double.MAX_VALUE));
    }
    if (type == boolean.class || type == Boolean.class) {
      return given.flag(key);
    }
    if (type == String.class) {
      return setting.choices().length == 0
          ? given.string(key)
          : given.choice(key, null, List.of(setting.choices()));
    }
    if (type.isEnum()) {
      return constant(type, key, given);
    }
    if (type == List.class) {
      return List.copyOf(given.strings(key));
    }
    if (type == double[].class) {
      return checked(given.numbers(key), key, setting, given);
    }
    if (type.isRecord()) {
      return read(type.asSubclass(Record.class), given.child(key));
    }
    if (isRole(type)) {
      return Kinds.read(type, given, key);
    }
    throw new IllegalStateException(key + ": no setting can be of " + type);
  }

  private static double[] checked(double[] values, String key, Setting setting, Settings given) {
    for (double value : values) {
      if (!(value >= setting.min() && value <= setting.max())) {
        throw given.error(key, "must hold numbers in " + range(setting) + ", not " + value);
      }
    }
    return values;
  }

  private static Object constant(Class<?> type, String key, Settings given) {
    List<String> words = words(type);
    return type.getEnumConstants()[words.indexOf(given.choice(key, null, words))];
  }

  private static List<String> words(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .toList();
  }

  private static boolean isRole(Class<?> type) {
    return type.isInterface() && type != List.class;
  }

  private static Class<?> argument(Type generic) {
    return (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0];
  }

  private static double low(Setting setting, double least) {
    return Math.max(setting.min(), least);
  }

  private static double high(Setting setting, double most) {
    return Math.min(setting.max(), most);
  }

  /** Every setting of a record, nested ones with dotted keys, in the order of the components. */
  public static List<SettingDescription> describe(Class<? extends Record> type) {
    List<SettingDescription> all = new ArrayList<>();
    describe(type, "", all);
    return all;
  }

  private static void describe(Class<?> type, String prefix, List<SettingDescription> all) {
    for (RecordComponent component : type.getRecordComponents()) {
      Setting setting = setting(type, component);
      Class<?> of =
          component.getType() == Optional.class
              ? argument(component.getGenericType())
              : component.getType();
      if (of.isRecord()) {
        describe(of, prefix + component.getName() + ".", all);
        continue;
      }
      all.add(describe(component, setting, prefix));
    }
  }

  private static SettingDescription describe(
      RecordComponent component, Setting setting, String prefix) {
    boolean optional = component.getType() == Optional.class;
    Class<?> of = optional ? argument(component.getGenericType()) : component.getType();
    String fallback = setting.fallback().equals(Setting.REQUIRED) ? "" : setting.fallback();
    return new SettingDescription(
        prefix + component.getName(),
        of.isRecord() ? "object" : word(of),
        optional ? "none" : fallback,
        of.isRecord() ? "" : range(of, setting),
        setting.value());
  }

  private static String word(Class<?> type) {
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "whole number";
    }
    if (type == double.class || type == Double.class) {
      return "number";
    }
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == List.class) {
      return "list of words";
    }
    if (type == double[].class) {
      return "list of numbers";
    }
    return type == String.class || type.isEnum() ? "word" : Kinds.word(type);
  }

  private static String range(Class<?> type, Setting setting) {
    if (type.isEnum()) {
      return String.join(", ", words(type));
    }
    if (isRole(type)) {
      return String.join(", ", Kinds.of(type).names());
    }
    return setting.choices().length > 0 ? String.join(", ", setting.choices()) : range(setting);
  }

  private static String range(Setting setting) {
    boolean below = Double.isInfinite(setting.min());
    boolean above = Double.isInfinite(setting.max());
    if (below && above) {
      return "";
    }
    return above
        ? ">= " + text(setting.min())
        : below ? "<= " + text(setting.max()) : text(setting.min()) + " to " + text(setting.max());
  }

  private static String text(double bound) {
    return bound == Math.rint(bound) && Math.abs(bound) < 1e15
        ? Long.toString((long) bound)
        : Double.toString(bound);
  }
}
