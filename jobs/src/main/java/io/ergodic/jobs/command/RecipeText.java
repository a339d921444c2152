package io.ergodic.jobs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import io.ergodic.datasets.settings.Reading;
import io.ergodic.jobs.suite.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A recipe as a file with every key its family knows: what another recipe sets is set, all else
 * stands there as a comment with the value that holds.
 */
final class RecipeText {
  private static final int COMMENTS = 44;

  private final Config given;
  private final StringBuilder text = new StringBuilder();

  private RecipeText(Config given) {
    this.given = given;
  }

  static String of(String name, Recipe like) throws IOException {
    RecipeText writing = new RecipeText(ConfigFactory.parseString(like.settings()));
    writing.head(name, like);
    Map<String, Object> tree = new TreeMap<>();
    for (SystemKeys.Key key : SystemKeys.keys(like.name())) {
      put(tree, new ArrayList<>(List.of(key.name().split("\\."))), key);
    }
    writing.object("settings", tree, "");
    return writing.text.toString();
  }

  private void head(String name, Recipe like) {
    text.append("# Made like ").append(like.name()).append(": ").append(like.title()).append('\n');
    text.append("# A key that is left out, or commented out, has the value that stands here.\n");
    text.append("title = ").append(ConfigUtil.quoteString(name)).append('\n');
    line("", true, "papers", "[]", "ids of the papers it comes from");
    text.append("task = ").append(like.task()).append('\n');
    text.append("family = ").append(like.family()).append('\n');
    text.append(
        "# published = [{ dataset = NAME, metric = NAME, value = 0.0, protocol = \"\" }]\n\n");
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> tree, List<String> path, SystemKeys.Key key) {
    String first = path.remove(0);
    if (path.isEmpty()) {
      tree.put(first, key);
    } else {
      put((Map<String, Object>) tree.computeIfAbsent(first, k -> new TreeMap<>()), path, key);
    }
  }

  /** What is chosen by kind or name comes first: the other keys are those of the choice. */
  @SuppressWarnings("unchecked")
  private void object(String name, Map<String, Object> tree, String path) {
    String indent = "  ".repeat(depth(path));
    text.append(indent).append(name).append(" {\n");
    for (String first : List.of("kind", "name")) {
      if (tree.get(first) instanceof SystemKeys.Key key) {
        key(key, indent + "  ");
      }
    }
    for (Map.Entry<String, Object> entry : tree.entrySet()) {
      if (entry.getValue() instanceof SystemKeys.Key key) {
        if (!entry.getKey().equals("kind") && !entry.getKey().equals("name")) {
          key(key, indent + "  ");
        }
      } else {
        String below = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
        object(entry.getKey(), (Map<String, Object>) entry.getValue(), below);
      }
    }
    text.append(indent).append("}\n");
  }

  private static int depth(String path) {
    return path.isEmpty() ? 0 : path.split("\\.").length;
  }

  private void key(SystemKeys.Key key, String indent) {
    Reading about = key.description();
    String[] path = key.name().split("\\.");
    String range = about.range().isEmpty() ? "" : " (" + about.range() + ")";
    String value = key.value().matches("[A-Za-z0-9.+-]+|\\[.*|\\{.*") ? key.value() : quoted(key);
    line(
        indent,
        isSet(key.name()) && !key.value().isEmpty(),
        path[path.length - 1],
        key.value().isEmpty() ? "..." : value,
        about.meaning() + range);
  }

  private static String quoted(SystemKeys.Key key) {
    return ConfigUtil.quoteString(key.value());
  }

  private void line(String indent, boolean active, String key, String value, String comment) {
    String setting = indent + (active ? "" : "# ") + key + " = " + value;
    text.append(setting).append(" ".repeat(Math.max(1, COMMENTS - setting.length())));
    text.append("# ").append(comment).append('\n');
  }

  /** Whether the other recipe has it: itself, or as the word that stands for an object of it. */
  private boolean isSet(String name) {
    if (given.hasPath(quote(name))) {
      return true;
    }
    int dot = name.lastIndexOf('.');
    boolean choice = name.endsWith(".kind") || name.endsWith(".name");
    return choice
        && given.hasPath(quote(name.substring(0, dot)))
        && given.getValue(quote(name.substring(0, dot))).valueType() == ConfigValueType.STRING;
  }

  private static String quote(String name) {
    return ConfigUtil.joinPath(name.split("\\."));
  }
}
