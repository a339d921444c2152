package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.models.family.Family;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the catalogue of systems with what each can do. */
@Command(
    name = "systems",
    description = {
      "List the systems that can be trained and what each can do;",
      "with --chaotic, the chaotic systems with their verified Lyapunov exponents."
    },
    mixinStandardHelpOptions = true)
final class SystemsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Option(
      names = "--chaotic",
      description =
          "The catalogue of chaotic systems: status, largest exponent and Kaplan-Yorke dimension"
              + " with standard errors, from the verified table that ships with Ergodic.")
  private boolean chaotic;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (chaotic) {
      ChaoticSystems.print(out, json);
      out.flush();
      return 0;
    }
    ObjectMapper mapper = new ObjectMapper();
    for (Family family : Catalogue.families()) {
      if (json) {
        out.println(mapper.writeValueAsString(describe(family, mapper)));
      } else {
        out.printf(
            "%-22s %-28s %-16s %-24s %s%n",
            family.name(),
            family.title(),
            family.engine().label(),
            String.join(", ", capabilities(family)),
            family.paper().orElse("(baseline)"));
      }
    }
    out.flush();
    return 0;
  }

  private static ObjectNode describe(Family family, ObjectMapper mapper) {
    ObjectNode node = mapper.createObjectNode();
    node.put("id", family.name());
    node.put("name", family.title());
    node.put("engine", family.engine().label());
    capabilities(family).forEach(node.putArray("capabilities")::add);
    node.put("paper", family.paper().orElse(null));
    return node;
  }

  private static List<String> capabilities(Family family) {
    return family.capabilities().stream()
        .map(capability -> capability.getSimpleName().toLowerCase(Locale.ROOT))
        .sorted()
        .toList();
  }
}
