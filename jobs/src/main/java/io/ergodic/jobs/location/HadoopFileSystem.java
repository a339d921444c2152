package io.ergodic.jobs.location;

import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.List;
import java.util.Set;

/**
 * One Hadoop file system, to be read from.
 *
 * @param provider of it
 * @param root its address, such as {@code hdfs://host:9000}
 */
final class HadoopFileSystem extends FileSystem {
  private final HadoopProvider provider;
  private final URI root;

  HadoopFileSystem(HadoopProvider provider, URI root) {
    this.provider = provider;
    this.root = root;
  }

  URI root() {
    return root;
  }

  @Override
  public HadoopProvider provider() {
    return provider;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HadoopFileSystem system && system.root.equals(root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** Nothing: Hadoop keeps the connection for others. */
  @Override
  public void close() {}

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(HadoopPath.of(this, "/"));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public HadoopPath getPath(String first, String... more) {
    return HadoopPath.of(this, more.length == 0 ? first : first + "/" + String.join("/", more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    throw new UnsupportedOperationException("no patterns on " + root);
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("no owners on " + root);
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("nothing on " + root + " is watched");
  }
}
