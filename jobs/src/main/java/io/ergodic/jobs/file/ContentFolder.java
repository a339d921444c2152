package io.ergodic.jobs.file;

import io.ergodic.models.content.Contents;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The files that models of an output are made of: folder {@code files}, each by the hash of its
 * content. The driver puts them there, executors and later runs read them from there; whatever is
 * read is compared with the hash it is named by.
 */
public final class ContentFolder {
  /** Name of the folder. */
  public static final String FOLDER = "files";

  private static final Pattern ADDRESS = Pattern.compile("\"(sha256:[0-9a-f]{64})\"");

  private final StoredFolder folder;

  /**
   * @param output folder of a suite
   */
  public ContentFolder(Path output, Configuration configuration) throws IOException {
    this.folder = new StoredFolder(new Path(output, FOLDER), configuration);
  }

  /** Writes the contents that settings name, unless they are there. */
  public void store(String settings) throws IOException {
    for (String address : addresses(settings)) {
      String name = Contents.hash(address);
      if (Contents.find(address).isPresent() && !folder.contains(name)) {
        byte[] content = Contents.find(address).get();
        folder.write(name, out -> out.write(content));
      }
    }
  }

  /**
   * Holds the contents that settings name, for whoever makes a model of them. One that is not there
   * is left to the model to complain of.
   *
   * @throws IOException where a file does not hold what its name says
   */
  public void fetch(String settings) throws IOException {
    for (String address : addresses(settings)) {
      String name = Contents.hash(address);
      if (Contents.find(address).isEmpty() && folder.contains(name)) {
        byte[] content = folder.read(name);
        if (!Contents.address(content).equals(address)) {
          throw new IOException(
              folder.path(name) + ": is broken: its content has another hash than its name");
        }
        Contents.put(content);
      }
    }
  }

  /** The contents that settings name, as far as this process holds them. */
  public static List<byte[]> held(String settings) {
    return addresses(settings).stream().flatMap(a -> Contents.find(a).stream()).toList();
  }

  /** Names of the files that settings need. */
  public static Set<String> names(String settings) {
    return addresses(settings).stream().map(Contents::hash).collect(Collectors.toSet());
  }

  private static Set<String> addresses(String settings) {
    Set<String> addresses = new TreeSet<>();
    Matcher found = ADDRESS.matcher(settings);
    while (found.find()) {
      addresses.add(found.group(1));
    }
    return addresses;
  }
}
