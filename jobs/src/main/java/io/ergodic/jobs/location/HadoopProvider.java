package io.ergodic.jobs.location;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;

/** Reads from a Hadoop file system; what would change it is refused. */
final class HadoopProvider extends FileSystemProvider {
  private final String scheme;
  private final Configuration configuration;

  HadoopProvider(String scheme, Configuration configuration) {
    this.scheme = scheme;
    this.configuration = configuration;
  }

  private FileSystem system(HadoopPath path) throws IOException {
    return path.hadoop().getFileSystem(configuration);
  }

  private FileStatus status(Path path) throws IOException {
    HadoopPath place = (HadoopPath) path;
    try {
      return system(place).getFileStatus(place.hadoop());
    } catch (FileNotFoundException none) {
      throw new NoSuchFileException(path.toString());
    }
  }

  @Override
  public String getScheme() {
    return scheme;
  }

  @Override
  public HadoopPath getPath(URI uri) {
    return getFileSystem(uri).getPath(uri.getPath());
  }

  @Override
  public HadoopFileSystem getFileSystem(URI uri) {
    return new HadoopFileSystem(this, new org.apache.hadoop.fs.Path(uri).toUri().resolve("/"));
  }

  @Override
  public HadoopFileSystem newFileSystem(URI uri, Map<String, ?> environment) {
    return getFileSystem(uri);
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    status(path);
    return system((HadoopPath) path).open(((HadoopPath) path).hadoop());
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    long size = status(path).getLen();
    return new HadoopChannel(system((HadoopPath) path).open(((HadoopPath) path).hadoop()), size);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    status(folder);
    List<Path> found = new ArrayList<>();
    for (FileStatus each : system((HadoopPath) folder).listStatus(((HadoopPath) folder).hadoop())) {
      Path inside = folder.resolve(each.getPath().getName());
      if (filter.accept(inside)) {
        found.add(inside);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return found.iterator();
      }

      @Override
      public void close() {}
    };
  }

  /** Whether the file is there: that it may be read is found when it is. */
  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    status(path);
    if (List.of(modes).contains(AccessMode.WRITE)) {
      throw new ReadOnlyFileSystemException();
    }
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (!type.isAssignableFrom(HadoopAttributes.class)) {
      throw new UnsupportedOperationException("only basic attributes are known of " + path);
    }
    return type.cast(new HadoopAttributes(status(path)));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException("attributes by name of " + path);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public boolean isSameFile(Path one, Path other) throws IOException {
    return one.toRealPath().equals(other.toRealPath());
  }

  @Override
  public boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("the store of " + path);
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void delete(Path path) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new ReadOnlyFileSystemException();
  }
}
