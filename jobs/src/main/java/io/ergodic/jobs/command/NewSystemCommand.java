package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.storage.WholeFile;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a commented recipe that is like another. */
@Command(
    name = "system",
    description = {
      "Write a recipe to start from: what another recipe sets, and as comments all other keys with",
      "the values in force, their meanings and ranges."
    },
    mixinStandardHelpOptions = true)
final class NewSystemCommand implements Callable<Integer> {
  private static final String NAMES = "[a-z0-9][a-z0-9._-]*";

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Of the new system: lower case letters, digits, '.', '_', '-'.")
  private String name;

  @Option(
      names = "--like",
      paramLabel = "RECIPE",
      required = true,
      description = "The recipe it begins as; ./ergodic systems lists all.")
  private String like;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Where it goes. Default: conf/systems/NAME.conf beside the launcher.")
  private Path out;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!name.matches(NAMES)) {
      throw new InvalidInputException(
          "new system "
              + name
              + ": a name has lower case letters, digits, '.', '_' and '-', and begins with one of"
              + " the first two");
    }
    Recipe recipe = Recipes.get(like, "--like");
    Path file = out != null ? out : home().resolve(Recipes.FOLDER).resolve(name + ".conf");
    if (Files.exists(file)) {
      throw new InvalidInputException(file + ": there already; choose another name or --out");
    }
    if (out == null && Recipes.registry().contains(name)) {
      throw new InvalidInputException("new system " + name + ": there is a recipe of this name");
    }
    byte[] text = RecipeText.of(name, recipe).getBytes(StandardCharsets.UTF_8);
    Files.createDirectories(file.toAbsolutePath().getParent());
    WholeFile.write(file, target -> target.write(text));
    spec.commandLine().getOut().println(file);
    if (out == null) {
      spec.commandLine().getOut().println("try it: ./ergodic try " + name);
    }
    return 0;
  }

  private static Path home() {
    return Path.of(System.getProperty("ergodic.home", "."));
  }
}
