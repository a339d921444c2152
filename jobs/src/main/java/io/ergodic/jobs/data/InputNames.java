package io.ergodic.jobs.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Settings of a dataset without the names of its input files: whichever way a path is spelled, and
 * wherever the file lies, it is the content that counts. Of a folder the names of the files in it
 * stay, for they may mean something (a class).
 */
final class InputNames {
  private final Settings settings;
  private final Set<Path> files;
  private final List<Path> named;
  private final Set<Path> folders = new HashSet<>();

  /**
   * @param settings which know the folders that names are looked for in
   * @param inputs the files whose content counts
   */
  InputNames(Settings settings, List<Path> inputs) {
    this.settings = settings;
    this.files = inputs.stream().map(InputNames::real).collect(Collectors.toSet());
    // By the way that leads there: a link in a folder counts as what it is called there.
    this.named = inputs.stream().map(InputNames::plain).toList();
    for (Path input : named) {
      for (Path above = input.getParent(); above != null; above = above.getParent()) {
        folders.add(above);
      }
    }
  }

  /** The same tree with what stands for names of input files. */
  String without(JsonNode tree) {
    return replaced(tree.deepCopy()).toString();
  }

  private JsonNode replaced(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> keys = new ArrayList<>();
      object.fieldNames().forEachRemaining(keys::add);
      keys.forEach(key -> object.set(key, replaced(object.get(key))));
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        array.set(i, replaced(array.get(i)));
      }
    } else if (node.isTextual()) {
      return TextNode.valueOf(named(node.asText()));
    }
    return node;
  }

  private String named(String text) {
    Path path;
    try {
      path = settings.located(text);
    } catch (InvalidPathException | InvalidInputException noPath) {
      return text;
    }
    if (text.isEmpty() || !Files.exists(path)) {
      return text;
    }
    if (files.contains(real(path))) {
      return "an input file";
    }
    Path folder = plain(path);
    return folders.contains(folder) ? "a folder of " + within(folder) : text;
  }

  private String within(Path folder) {
    return named.stream()
        .filter(input -> input.startsWith(folder))
        .map(input -> folder.relativize(input).toString())
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static Path plain(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " cannot be read", unreadable);
    }
  }
}
