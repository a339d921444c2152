package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.Settings;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset made of links is named by what the links are called and what they lead to. */
class LinkedInputsTest {
  @TempDir Path folder;

  private Path image(String name, int value) throws IOException {
    BufferedImage image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    image.getRaster().setSample(0, 0, 0, value);
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private Path link(String name, Path to) throws IOException {
    Path link = folder.resolve(name);
    Files.createDirectories(link.getParent());
    return Files.createSymbolicLink(link, to);
  }

  private String hash(Path train) throws IOException {
    Settings settings = Settings.parse("source = images, train = \"" + train + "\"", "datasets.a");
    DatasetSpec spec = DatasetSpec.read("a", settings);
    return spec.hash(spec.plan());
  }

  @Test
  void theFolderOfALinkIsItsClassWhereverTheFileLies() throws IOException {
    Path one = image("pool/1.png", 1);
    Path two = image("pool/2.png", 2);
    link("x/cat/1.png", one);
    link("x/dog/2.png", two);
    String linked = hash(folder.resolve("x"));
    image("copied/cat/1.png", 1);
    image("copied/dog/2.png", 2);
    assertThat(hash(folder.resolve("copied"))).isEqualTo(linked);
    assertThat(hash(link("elsewhere", folder.resolve("x")))).isEqualTo(linked);
    // The same files under the same path in each other's classes are other data.
    Files.delete(folder.resolve("x/cat/1.png"));
    Files.delete(folder.resolve("x/dog/2.png"));
    link("x/dog/1.png", one);
    link("x/cat/2.png", two);
    assertThat(hash(folder.resolve("x"))).isNotEqualTo(linked);
  }

  @Test
  void aClassMayBeALinkToAFolder() throws IOException {
    image("pool/1.png", 1);
    image("x/dog/2.png", 2);
    link("x/cat", folder.resolve("pool"));
    image("copied/cat/1.png", 1);
    image("copied/dog/2.png", 2);
    assertThat(hash(folder.resolve("x"))).isEqualTo(hash(folder.resolve("copied")));
    Files.move(folder.resolve("x/cat"), folder.resolve("x/cow"));
    assertThat(hash(folder.resolve("x"))).isNotEqualTo(hash(folder.resolve("copied")));
  }
}
