package io.ergodic.datasets.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * One object of a HOCON configuration with its path. Getters check type and range and remember
 * which keys were asked for; {@link #rejectUnknown()} then refuses all others with the nearest
 * known name. Not safe for use by several threads.
 */
public final class Settings {
  private final Config config;
  private final CheckedConfig checked;
  private final AskedKeys asked;
  private final Resolution resolution;
  private final FileFolders folders;

  private Settings(Config config, String path) {
    this(config, path, new Resolution(), FileFolders.WORKING);
  }

  private Settings(Config config, String path, Resolution resolution, FileFolders folders) {
    this.config = config;
    this.checked = new CheckedConfig(config, path);
    this.asked = new AskedKeys(config, checked);
    this.resolution = resolution;
    this.folders = folders;
  }

  public static Settings of(Config config) {
    return new Settings(config, "");
  }

  /** Parses HOCON or JSON text; {@code path} is where the text belongs, for messages. */
  public static Settings parse(String text, String path) {
    try {
      return new Settings(ConfigFactory.parseString(text).resolve(), path);
    } catch (ConfigException broken) {
      throw new InvalidInputException(
          (path.isEmpty() ? "" : path + ": ") + "no valid HOCON: " + broken.getMessage(), broken);
    }
  }

  public static Settings empty(String path) {
    return new Settings(ConfigFactory.empty(), path);
  }

  /**
   * These settings, and all objects below them, with files that they name looked for in a folder
   * first, then in the working directory of the process.
   */
  public Settings in(Path folder) {
    return new Settings(config, path(), resolution, FileFolders.in(folder));
  }

  /**
   * These settings, and all objects below them, with every name of a file refused: whoever wrote
   * them must not choose what is read of this machine.
   */
  public Settings withoutFiles() {
    return new Settings(config, path(), resolution, FileFolders.NONE);
  }

  /** These settings as those of another place, for messages. */
  public Settings at(String path) {
    return new Settings(config, path, resolution, folders);
  }

  /** The folders that a relative file name is looked for in, in this order. */
  public List<Path> folders() {
    return folders.absolute();
  }

  /**
   * Where a file or folder of this name is; in the last folder where it is in none. An address such
   * as {@code hdfs://host/x} or {@code file:///x} is where it says.
   *
   * @throws InvalidInputException when these settings may name no files
   */
  public Path located(String name) {
    return folders.located(name, path());
  }

  /** Where this object stands in the configuration, e.g. {@code datasets.lorenz}. */
  public String path() {
    return checked.path();
  }

  /** The full path of a key of this object. */
  public String path(String key) {
    return checked.path(key);
  }

  public Set<String> keys() {
    return asked.present();
  }

  public boolean has(String key) {
    asked.add(key);
    resolution.describe(key, Reading.UNKNOWN);
    return checked.value(key).map(value -> value.valueType() != ConfigValueType.NULL).orElse(false);
  }

  public String string(String key) {
    return required(key, config::getString);
  }

  public String string(String key, String fallback) {
    describe(key, "word", fallback, "");
    return has(key) ? string(key) : noted(key, fallback);
  }

  public boolean flag(String key) {
    return required(key, config::getBoolean);
  }

  public boolean flag(String key, boolean fallback) {
    describe(key, "true or false", fallback, "");
    return has(key) ? flag(key) : noted(key, fallback);
  }

  /** An integer in {@code [minimum, maximum]}. */
  public int integer(String key, int minimum, int maximum) {
    return (int) whole(key, minimum, maximum);
  }

  public int integer(String key, int fallback, int minimum, int maximum) {
    describe(key, "whole number", fallback, new Range(minimum, maximum).words());
    return has(key) ? integer(key, minimum, maximum) : noted(key, fallback);
  }

  /** A whole number in {@code [minimum, maximum]}. */
  public long whole(String key, long minimum, long maximum) {
    describe(key, "whole number", "", new Range(minimum, maximum).words());
    required(key, config::getDouble);
    long whole = WholeNumber.read(required(key, config::getString), problem -> error(key, problem));
    if (whole < minimum || whole > maximum) {
      throw error(key, "must lie in [" + minimum + ", " + maximum + "], not " + whole);
    }
    return noted(key, whole);
  }

  /** A list of whole numbers of 64 bits, or a single one taken as a list of one. */
  public List<Long> wholes(String key, List<Long> fallback) {
    describe(key, "list of whole numbers", fallback, "");
    if (!has(key)) {
      return noted(key, fallback);
    }
    required(key, k -> isList(k) ? config.getDoubleList(k) : config.getDouble(k));
    List<Long> wholes =
        strings(key).stream()
            .map(text -> WholeNumber.read(text, problem -> error(key, problem)))
            .toList();
    return noted(key, wholes);
  }

  /** A finite number in {@code [minimum, maximum]}. */
  public double number(String key, double minimum, double maximum) {
    describe(key, "number", "", new Range(minimum, maximum).words());
    double value = required(key, config::getDouble);
    if (!new Range(minimum, maximum).holds(value)) {
      throw error(key, "must lie in [" + minimum + ", " + maximum + "], not " + value);
    }
    return value;
  }

  public double number(String key, double fallback, double minimum, double maximum) {
    describe(key, "number", fallback, new Range(minimum, maximum).words());
    return has(key) ? number(key, minimum, maximum) : noted(key, fallback);
  }

  /** A list of finite numbers, or a single number taken as a list of one. */
  public double[] numbers(String key) {
    describe(key, "list of numbers", "", "");
    List<Double> values =
        required(key, k -> isList(k) ? config.getDoubleList(k) : List.of(config.getDouble(k)));
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw error(key, "must hold finite numbers, not " + value);
      }
    }
    return noted(key, values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The same, with a default. */
  public double[] numbers(String key, double[] fallback) {
    describe(key, "list of numbers", Arrays.toString(fallback), "");
    return has(key) ? numbers(key) : noted(key, fallback);
  }

  /** A list of whole numbers in {@code [minimum, maximum]}: at least one, and none twice. */
  public int[] distinct(String key, int minimum, int maximum) {
    double[] given = numbers(key);
    for (double each : given) {
      if (each != Math.rint(each) || !new Range(minimum, maximum).holds(each)) {
        throw error(
            key, "must be whole numbers in [" + minimum + ", " + maximum + "], not " + each);
      }
    }
    int[] distinct = Arrays.stream(given).mapToInt(each -> (int) each).distinct().toArray();
    if (distinct.length == 0 || distinct.length < given.length) {
      throw error(key, "must name at least one, and none twice");
    }
    return distinct;
  }

  /** A list of strings, or a single string taken as a list of one. */
  public List<String> strings(String key) {
    return required(key, k -> isList(k) ? config.getStringList(k) : List.of(config.getString(k)));
  }

  public List<String> strings(String key, List<String> fallback) {
    describe(key, "list of words", fallback, "");
    return has(key) ? strings(key) : noted(key, fallback);
  }

  /**
   * Seconds, from a HOCON duration ({@code 90s}, {@code 5 minutes}) or a plain number of seconds.
   */
  public double seconds(String key, double fallback) {
    describe(key, "duration", fallback, "");
    if (!has(key)) {
      return noted(key, fallback);
    }
    ConfigValue value = config.root().get(key);
    double seconds =
        value.unwrapped() instanceof Number number
            ? number.doubleValue()
            : required(key, config::getDuration).toNanos() / 1e9;
    if (!(seconds > 0)) {
      throw error(key, "must be a positive duration, not " + value.unwrapped());
    }
    return noted(key, seconds);
  }

  /** One of the allowed words. */
  public String choice(String key, String fallback, List<String> allowed) {
    describe(key, "word", fallback == null ? "" : fallback, String.join(", ", allowed));
    String value = fallback == null ? string(key) : string(key, fallback);
    if (!allowed.contains(value)) {
      throw error(key, "unknown value '" + value + "'; " + NearestName.hint(value, allowed));
    }
    return value;
  }

  /** One of the constants of an enumeration, named in lower case. */
  public <E extends Enum<E>> E choice(String key, E fallback) {
    List<String> words =
        Arrays.stream(fallback.getDeclaringClass().getEnumConstants()).map(Settings::word).toList();
    String word = choice(key, word(fallback), words);
    return Enum.valueOf(fallback.getDeclaringClass(), word.toUpperCase(Locale.ROOT));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Whether the key is set to an object, for settings that may be an object or a single value. */
  public boolean isObject(String key) {
    return has(key) && config.root().get(key).valueType() == ConfigValueType.OBJECT;
  }

  /** Whether a value is there and a list. */
  public boolean hasList(String key) {
    return has(key) && isList(ConfigUtil.quoteString(key));
  }

  /** The object at a key; an absent one is empty. */
  public Settings child(String key) {
    Config below = has(key) ? required(key, config::getObject).toConfig() : ConfigFactory.empty();
    return new Settings(below, path(key), resolution.child(key), folders);
  }

  /**
   * The object at a key, where a plain word stands for an object with that word at {@code name}:
   * {@code norm = layer} for {@code norm { kind = layer }}.
   */
  public Settings named(String key, String name) {
    if (!has(key) || isObject(key)) {
      return child(key);
    }
    Config word =
        ConfigFactory.empty()
            .withValue(name, ConfigValueFactory.fromAnyRef(required(key, config::getString)));
    return new Settings(word, path(key), resolution.child(key), folders);
  }

  /** The objects of a list; an absent one is empty. */
  public List<Settings> objects(String key) {
    if (!has(key)) {
      return List.of();
    }
    List<? extends Config> objects = checked.required(key, config::getConfigList);
    List<Settings> all = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      String name = key + "[" + i + "]";
      all.add(new Settings(objects.get(i), path(name), resolution.child(name), folders));
    }
    return List.copyOf(all);
  }

  /** All objects below this one, by key, in the order of their file; null leaves one out. */
  public Map<String, Settings> children() {
    Map<String, Settings> children = new LinkedHashMap<>();
    for (String key : FileOrder.of(config.root())) {
      if (has(key)) {
        children.put(key, child(key));
      }
    }
    return children;
  }

  /**
   * All objects below this one in the order of their names, numbers by value: an order that
   * survives overriding, canonical JSON and storage.
   */
  public Map<String, Settings> numbered() {
    Map<String, Settings> ordered = new LinkedHashMap<>();
    Map<String, Settings> all = children();
    all.keySet().stream()
        .sorted(NumberOrder.OF_NAMES)
        .forEach(name -> ordered.put(name, all.get(name)));
    return ordered;
  }

  /** The keys of these settings in the order of {@link #numbered()}. */
  public List<String> numberedKeys() {
    return keys().stream().sorted(NumberOrder.OF_NAMES).toList();
  }

  /** These settings, and where they are silent, {@code fallback}'s. The path stays this one's. */
  public Settings withFallback(Settings fallback) {
    return new Settings(config.withFallback(fallback.config), path(), resolution, folders);
  }

  /**
   * These settings over others of the same sort: the others hold where these are silent, but none
   * of them where these name another sort at {@code name}, for they were meant for theirs.
   */
  public Settings merged(Settings fallback, String name) {
    boolean same = !has(name) || string(name).equals(fallback.string(name, ""));
    return same ? withFallback(fallback) : this;
  }

  /** These settings without a key that somebody else reads. */
  public Settings without(String key) {
    return new Settings(
        config.withoutPath(ConfigUtil.quoteString(key)), path(), resolution, folders);
  }

  /**
   * Refuses every key but these, before any is read: an error about a value may well come from a
   * key beside it that is misspelled.
   */
  public void only(String... known) {
    asked.only(List.of(known));
  }

  /** Refuses every key that no getter asked for. Call it when all settings have been read. */
  public void rejectUnknown() {
    asked.rejectOthers();
  }

  /** Canonical JSON: keys sorted, no comments. Equal settings give equal text. */
  public String json() {
    ConfigObject root = config.root();
    return root.render(ConfigRenderOptions.concise());
  }

  /**
   * What has been read of these settings and of all objects below them, defaults written out, as
   * canonical JSON: equal for settings that mean the same.
   */
  public String resolved() {
    return resolution.json();
  }

  /**
   * How each key of these settings and of all objects below them was asked for, nested ones with
   * dots: every key there is, for they are all asked for.
   */
  public Map<String, Reading> readings() {
    return resolution.readings();
  }

  /** Says what a key means, for those who ask for all keys. */
  public void explain(String key, Reading reading) {
    resolution.explain(key, reading);
  }

  /** Says what keys mean that are read by hand: a key and a phrase in turns. */
  public void explain(String... keysAndMeanings) {
    for (int i = 0; i < keysAndMeanings.length; i += 2) {
      resolution.explain(keysAndMeanings[i], keysAndMeanings[i + 1]);
    }
  }

  private void describe(String key, String type, Object fallback, String range) {
    resolution.describe(key, new Reading(type, String.valueOf(fallback), range, ""));
  }

  /** An error about one key, with its path and, where known, file and line. */
  public InvalidInputException error(String key, String problem) {
    return checked.error(key, problem);
  }

  private boolean isList(String quoted) {
    return config.getValue(quoted).valueType() == ConfigValueType.LIST;
  }

  private <T> T required(String key, Function<String, T> getter) {
    asked.add(key);
    if (checked.value(key).isEmpty()) {
      asked.refuseMisspelled(key);
    }
    T value = checked.required(key, getter);
    return value instanceof ConfigObject ? value : noted(key, value);
  }

  private <T> T noted(String key, T value) {
    asked.add(key);
    resolution.note(key, value);
    return value;
  }
}
