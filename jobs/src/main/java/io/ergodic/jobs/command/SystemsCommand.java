package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.models.family.Family;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the catalogue of systems with what each can do, or every key of one. */
@Command(
    name = "systems",
    description = {
      "List the systems that can be trained, by task, with their papers and published values;",
      "with a NAME, every key of that system with its default, range and meaning;",
      "with --chaotic, the chaotic systems with their verified Lyapunov exponents."
    },
    mixinStandardHelpOptions = true)
final class SystemsCommand implements Callable<Integer> {
  private static final double SECONDS = 20;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "A recipe or family to describe.")
  private String name;

  @Option(
      names = "--json",
      description = "One JSON object a line: id, title, engine, capabilities, paper.")
  private boolean json;

  @Option(
      names = "--chaotic",
      description =
          "The catalogue of chaotic systems: status, largest exponent and Kaplan-Yorke dimension"
              + " with standard errors, from the verified table that ships with Ergodic.")
  private boolean chaotic;

  @Option(
      names = "--equations",
      paramLabel = "FILE",
      description =
          "With --chaotic: the systems of this file, its datasets of source ode, with exponents"
              + " computed now; at most some 20 s each.")
  private Path equations;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (equations != null && !chaotic) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--equations FILE goes with --chaotic");
    }
    if (equations != null) {
      ChaoticSystems.print(out, json, equations, SECONDS);
    } else if (chaotic) {
      ChaoticSystems.print(out, json);
    } else if (name != null) {
      SystemKeys.print(name, out, json);
    } else if (json) {
      for (Entry entry : entries()) {
        out.println(new ObjectMapper().writeValueAsString(entry.json()));
      }
    } else {
      print(out);
    }
    out.flush();
    return 0;
  }

  /** A recipe, or a family that has none. */
  private record Entry(
      String id, String title, String task, Family family, List<String> papers, String published) {
    ObjectNode json() {
      ObjectNode node = new ObjectMapper().createObjectNode();
      node.put("id", id);
      node.put("title", title);
      node.put("engine", family.engine().label());
      capabilities(family).forEach(node.putArray("capabilities")::add);
      papers.forEach(node.putArray("paper")::add);
      return node;
    }
  }

  private static List<Entry> entries() {
    Map<String, Entry> entries = new TreeMap<>();
    for (Family family : Catalogue.families()) {
      List<String> papers = family.paper().map(List::of).orElse(List.of());
      entries.put(family.name(), new Entry(family.name(), family.title(), "", family, papers, ""));
    }
    for (Recipe recipe : Recipes.registry().all()) {
      Family family = Catalogue.family(recipe.family(), recipe.name());
      String published =
          recipe.published().stream()
              .map(value -> value.metric() + " " + value.value() + " on " + value.dataset())
              .collect(Collectors.joining("; "));
      entries.put(
          recipe.name(),
          new Entry(
              recipe.name(), recipe.title(), recipe.task(), family, recipe.papers(), published));
    }
    return new ArrayList<>(entries.values());
  }

  private static void print(PrintWriter out) {
    Map<String, List<Entry>> byTask =
        entries().stream()
            .collect(Collectors.groupingBy(Entry::task, TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<Entry>> task : byTask.entrySet()) {
      out.println(task.getKey().isEmpty() ? "families without a recipe" : task.getKey());
      for (Entry entry : task.getValue()) {
        out.printf(
            Locale.ROOT,
            "  %-20s %-42s %-15s %s%n",
            entry.id(),
            entry.title(),
            entry.family().engine().label(),
            entry.papers().isEmpty() ? "(baseline)" : String.join(", ", entry.papers()));
        if (!entry.published().isEmpty()) {
          out.println("                       published: " + entry.published());
        }
      }
    }
    out.println("Every key of one: ./ergodic systems NAME; to try one: ./ergodic try NAME");
  }

  private static List<String> capabilities(Family family) {
    return family.capabilities().stream()
        .map(capability -> capability.getSimpleName().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
