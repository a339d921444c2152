package io.ergodic.jobs.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.stream.Stream;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopLocationsTest {
  private static final String KEY = "spark.hadoop.fs.shelf.impl";
  @TempDir Path folder;

  /** A file system that is reached through Hadoop alone; what it holds lies on the local disk. */
  public static final class Shelf extends RawLocalFileSystem {
    @Override
    public URI getUri() {
      return URI.create("shelf://host/");
    }

    @Override
    public String getScheme() {
      return "shelf";
    }

    @Override
    protected void checkPath(org.apache.hadoop.fs.Path path) {}
  }

  @BeforeAll
  static void register() {
    System.setProperty(KEY, Shelf.class.getName());
  }

  @AfterAll
  static void forget() {
    System.clearProperty(KEY);
  }

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("load.csv"), "date,v\n2005-01-03,1\n2005-01-04,2\n");
    Files.writeString(folder.resolve("sub/x.txt"), "0123456789");
  }

  private Path at(String name) {
    return Settings.empty("").located("shelf://host" + folder + name);
  }

  @Test
  void filesAreReadAsLocalOnesAre() throws IOException {
    Path root = at("");
    assertThat(root.getFileSystem()).isInstanceOf(HadoopFileSystem.class);
    assertThat(Files.isDirectory(root)).isTrue();
    assertThat(Files.isRegularFile(at("/load.csv"))).isTrue();
    assertThat(Files.size(at("/sub/x.txt"))).isEqualTo(10);
    assertThat(Files.readString(at("/sub/x.txt"))).isEqualTo("0123456789");
    try (InputStream in = Files.newInputStream(at("/sub/x.txt"))) {
      assertThat(in.readNBytes(3)).isEqualTo(new byte[] {'0', '1', '2'});
    }
    try (SeekableByteChannel channel = Files.newByteChannel(at("/sub/x.txt"))) {
      ByteBuffer bytes = ByteBuffer.allocate(2);
      channel.position(4).read(bytes);
      assertThat(bytes.array()).isEqualTo(new byte[] {'4', '5'});
    }
    try (Stream<Path> found = Files.walk(root)) {
      assertThat(found.filter(Files::isRegularFile).map(root::relativize).map(Path::toString))
          .containsExactlyInAnyOrder("load.csv", "sub/x.txt");
    }
    assertThatThrownBy(() -> Files.size(at("/none"))).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> Files.delete(at("/load.csv")))
        .isInstanceOf(ReadOnlyFileSystemException.class);
  }

  @Test
  void pathsAreReckonedAsOnUnix() {
    Path file = Settings.empty("").located("shelf://host/a").resolve("b/../c/./d.txt");
    assertThat(file.normalize()).hasToString("shelf://host/a/c/d.txt");
    assertThat(file.normalize().getFileName()).hasToString("d.txt");
    assertThat(file.normalize().getParent()).hasToString("shelf://host/a/c");
    assertThat(file.normalize()).isEqualTo(Settings.empty("").located("shelf://host/a/c/d.txt"));
    assertThat(file.normalize().startsWith(file.getRoot().resolve("a"))).isTrue();
    assertThat(file.getRoot().resolve("a").relativize(file.normalize())).hasToString("c/d.txt");
    assertThat(file.resolveSibling("e")).hasToString("shelf://host/a/b/../c/./e");
    assertThat(file.normalize().toUri()).isEqualTo(URI.create("shelf://host/a/c/d.txt"));
  }

  private DatasetSpec spec(String path) {
    String settings = "source = csv, fractions = [1, 0, 0], context = 0, path = \"" + path + "\"";
    return DatasetSpec.read("load", Settings.parse(settings, "datasets.load"));
  }

  private String hash(String path) throws IOException {
    return spec(path).hash(spec(path).plan());
  }

  @Test
  void aDatasetIsTheSameFromAnyFileSystem() throws IOException {
    String local = hash(folder.resolve("load.csv").toString());
    assertThat(hash("file://" + folder + "/load.csv")).isEqualTo(local);
    assertThat(hash("file:" + folder + "/load.csv")).isEqualTo(local);
    assertThat(hash("shelf://host" + folder + "/load.csv")).isEqualTo(local);
  }

  @Test
  void whatIsNotThereOrNoAddressIsSaid() {
    refused("shelf://host" + folder + "/lod.csv", "datasets.load.path", "no such file", "lod.csv");
    refused("file://" + folder + "/lod.csv", "no such file");
    refused("file://elsewhere/lod.csv", "no local file");
    refused("nosuch://host/x.csv", "nosuch://host/", "spark.hadoop.fs.nosuch.impl");
  }

  private void refused(String path, String... parts) {
    assertThatThrownBy(() -> spec(path).plan())
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }
}
