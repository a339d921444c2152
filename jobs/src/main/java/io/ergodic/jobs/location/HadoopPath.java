package io.ergodic.jobs.location;

import java.net.URI;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A path on a Hadoop file system: names between slashes, as on Unix.
 *
 * @param fileSystem it belongs to
 * @param isAbsolute whether it starts at the root
 * @param names from the outermost on
 */
record HadoopPath(HadoopFileSystem fileSystem, boolean isAbsolute, List<String> names)
    implements Path {
  static HadoopPath of(HadoopFileSystem fileSystem, String text) {
    List<String> names = Arrays.stream(text.split("/")).filter(name -> !name.isEmpty()).toList();
    return new HadoopPath(fileSystem, text.startsWith("/"), names);
  }

  /** The same place as Hadoop has it. */
  org.apache.hadoop.fs.Path hadoop() {
    HadoopPath whole = toAbsolutePath().normalize();
    return new org.apache.hadoop.fs.Path(
        fileSystem.root().getScheme(),
        fileSystem.root().getAuthority(),
        "/" + String.join("/", whole.names));
  }

  private HadoopPath same(Path other) {
    if (other instanceof HadoopPath path && path.fileSystem.equals(fileSystem)) {
      return path;
    }
    throw new ProviderMismatchException(other + " does not lie on " + fileSystem.root());
  }

  private HadoopPath with(boolean absolute, List<String> changed) {
    return new HadoopPath(fileSystem, absolute, List.copyOf(changed));
  }

  @Override
  public HadoopFileSystem getFileSystem() {
    return fileSystem;
  }

  @Override
  public HadoopPath getRoot() {
    return isAbsolute ? with(true, List.of()) : null;
  }

  @Override
  public HadoopPath getFileName() {
    return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
  }

  @Override
  public HadoopPath getParent() {
    boolean none = names.isEmpty() || names.size() == 1 && !isAbsolute;
    return none ? null : with(isAbsolute, names.subList(0, names.size() - 1));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public HadoopPath getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public HadoopPath subpath(int from, int to) {
    return with(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof HadoopPath path
        && path.fileSystem.equals(fileSystem)
        && path.isAbsolute == isAbsolute
        && path.names.size() <= names.size()
        && names.subList(0, path.names.size()).equals(path.names);
  }

  @Override
  public boolean endsWith(Path other) {
    return other instanceof HadoopPath path
        && path.fileSystem.equals(fileSystem)
        && (path.isAbsolute ? equals(path) : endsWith(path.names));
  }

  private boolean endsWith(List<String> last) {
    int from = names.size() - last.size();
    return from >= 0 && names.subList(from, names.size()).equals(last);
  }

  @Override
  public HadoopPath normalize() {
    List<String> kept = new ArrayList<>();
    for (String name : names) {
      boolean up = name.equals("..") && !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..");
      if (up) {
        kept.remove(kept.size() - 1);
      } else if (!name.equals(".") && !(name.equals("..") && isAbsolute)) {
        kept.add(name);
      }
    }
    return with(isAbsolute, kept);
  }

  @Override
  public HadoopPath resolve(Path other) {
    HadoopPath path = same(other);
    if (path.isAbsolute) {
      return path;
    }
    List<String> joined = new ArrayList<>(names);
    joined.addAll(path.names);
    return with(isAbsolute, joined);
  }

  @Override
  public HadoopPath relativize(Path other) {
    HadoopPath path = same(other);
    int common = 0;
    while (common < Math.min(names.size(), path.names.size())
        && names.get(common).equals(path.names.get(common))) {
      common++;
    }
    List<String> way = new ArrayList<>();
    for (int i = common; i < names.size(); i++) {
      way.add("..");
    }
    way.addAll(path.names.subList(common, path.names.size()));
    return with(false, way);
  }

  @Override
  public URI toUri() {
    return hadoop().toUri();
  }

  @Override
  public HadoopPath toAbsolutePath() {
    return with(true, names);
  }

  @Override
  public HadoopPath toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("nothing on " + fileSystem.root() + " is watched");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(same(other).toString());
  }

  @Override
  public String toString() {
    String text = String.join("/", names);
    return isAbsolute ? fileSystem.root().resolve("/") + text : text;
  }
}
