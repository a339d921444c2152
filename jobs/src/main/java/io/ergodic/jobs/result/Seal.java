package io.ergodic.jobs.result;

import io.ergodic.jobs.build.ClassPath;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.file.StoredFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Tells whether tables and report in an output folder are those of its records, so that a run that
 * finds nothing to do need not make them again. It is written after them: a run that is killed
 * before leaves none.
 */
public final class Seal {
  private static final String FILE = ".sealed";

  private final StoredFolder folder;
  private final String text;

  /**
   * The seal of a state.
   *
   * @param description of the folder, as in its suite.json
   * @param records whatever changes when one of them does
   */
  public Seal(Path output, Configuration configuration, String description, String records)
      throws IOException {
    this.folder = new StoredFolder(output, configuration);
    this.text = new ContentHash().add(ClassPath.facts()).add(description).add(records).hex();
  }

  /** Whether tables and report are there, made of this state by this program. */
  public boolean holds() throws IOException {
    if (!folder.contains(FILE)) {
      return false;
    }
    List<String> lines = new String(folder.read(FILE), StandardCharsets.UTF_8).lines().toList();
    if (lines.isEmpty() || !lines.get(0).equals(first(lines.subList(1, lines.size())))) {
      return false;
    }
    return lines.subList(1, lines.size()).equals(sizes(lines.subList(1, lines.size())));
  }

  /** Of the state and of the lines that follow, which nobody has to be able to read else. */
  private String first(List<String> following) {
    return new ContentHash().add(text).add(following).hex();
  }

  /** Files with the sizes they have now, those after a blank replaced. */
  private List<String> sizes(List<String> files) throws IOException {
    List<String> sized = new ArrayList<>();
    for (String file : files) {
      String name = file.replaceFirst(" -?\\d+$", "");
      sized.add(name + " " + folder.size(name).orElse(-1));
    }
    return sized;
  }

  /** Takes an older seal away: tables and report are about to be written. */
  public void lift() throws IOException {
    folder.delete(FILE);
  }

  /**
   * Says that tables and report have been written.
   *
   * @param files all of them
   */
  public void put(List<String> files) throws IOException {
    List<String> sized = sizes(files);
    String lines = first(sized) + "\n" + String.join("\n", sized) + "\n";
    folder.write(FILE, out -> out.write(lines.getBytes(StandardCharsets.UTF_8)));
  }
}
