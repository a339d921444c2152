package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.source.DatasetCollection;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints where data can come from. */
@Command(
    name = "datasets",
    description = "List the sources a suite can take data from.",
    mixinStandardHelpOptions = true)
final class DatasetsCommand implements Callable<Integer> {
  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    ObjectMapper mapper = new ObjectMapper();
    for (DatasetSource source : DatasetSource.registry().all()) {
      if (json) {
        ObjectNode node = mapper.createObjectNode();
        node.put("source", source.name());
        node.put("description", source.description());
        node.put("revision", source.revision());
        out.println(mapper.writeValueAsString(node));
      } else {
        out.printf(Locale.ROOT, "%-16s %s%n", source.name(), source.description());
      }
    }
    for (DatasetCollection collection : DatasetCollection.registry().all()) {
      if (json) {
        ObjectNode node = mapper.createObjectNode();
        node.put("collection", collection.name());
        node.put("description", collection.description());
        out.println(mapper.writeValueAsString(node));
      } else {
        out.printf(Locale.ROOT, "%-16s %s%n", collection.name(), collection.description());
      }
    }
    out.flush();
    return 0;
  }
}
