package io.ergodic.datasets.file.image;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.settings.InvalidInputException;
import java.awt.image.BufferedImage;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesSourceTest {
  @TempDir Path folder;
  private final ImagesSource source = new ImagesSource();

  private Path png(String name, int type, int width, int value) throws Exception {
    BufferedImage image = new BufferedImage(width, 2, type);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < 2; y++) {
        for (int band = 0; band < image.getRaster().getNumBands(); band++) {
          image.getRaster().setSample(x, y, band, value + 10 * x + 5 * y + band);
        }
      }
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private void grey(int classes, int each) throws Exception {
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < each; i++) {
        png("train/c" + c + "/" + i + ".png", BufferedImage.TYPE_BYTE_GRAY, 3, 20 * c + i);
      }
    }
  }

  private String train() {
    return "train = \"" + folder.resolve("train") + "\"";
  }

  private String tar(boolean gzip) throws Exception {
    Path file = folder.resolve(gzip ? "a.tar.gz" : "a.tar");
    OutputStream raw = Files.newOutputStream(file);
    try (var walk = Files.walk(folder.resolve("train"));
        TarArchiveOutputStream out =
            new TarArchiveOutputStream(gzip ? new GZIPOutputStream(raw) : raw)) {
      for (Path path : walk.filter(Files::isRegularFile).toList()) {
        byte[] bytes = Files.readAllBytes(path);
        TarArchiveEntry entry = new TarArchiveEntry("./" + folder.relativize(path));
        entry.setSize(bytes.length);
        out.putArchiveEntry(entry);
        out.write(bytes);
        out.closeArchiveEntry();
      }
    }
    return file.toString();
  }

  @Test
  void readsGreyAsStoredClassByClassInTurn() throws Exception {
    grey(2, 2);
    Produced made = Produced.of(source, train());
    assertThat(made.images(Split.TRAIN))
        .extracting(LabelledImage::label)
        .containsExactly(0, 1, 0, 1);
    assertThat(made.images(Split.TRAIN).get(3).pixels()).containsExactly(21, 31, 41, 26, 36, 46);
    assertThat(made.plan().schema().classes()).containsExactly("c0", "c1");
    assertThat(made.plan().schema().channels()).isEqualTo(1);
    assertThat(made.plan().inputs()).hasSize(4);
  }

  @Test
  void readsColourChannelsLast() throws Exception {
    png("train/a/1.png", BufferedImage.TYPE_INT_RGB, 1, 7);
    png("train/b/1.png", BufferedImage.TYPE_INT_ARGB, 1, 200);
    refused(source, train(), "b/1.png", "is transparent at row 0, column 0", "alpha = drop");
    Produced made = Produced.of(source, train() + ", alpha = drop");
    assertThat(made.images(Split.TRAIN).get(0).pixels()).containsExactly(7, 8, 9, 12, 13, 14);
    assertThat(made.images(Split.TRAIN).get(1).pixels())
        .containsExactly((byte) 200, (byte) 201, (byte) 202, (byte) 205, (byte) 206, (byte) 207);
  }

  @Test
  void archivesGiveTheSameAsFolders() throws Exception {
    grey(3, 5);
    String rest = ", validation = 0.2, limit = 7, shards = 4";
    Produced fromFolder = Produced.of(source, train() + rest);
    for (boolean gzip : new boolean[] {false, true}) {
      Produced fromTar = Produced.of(source, "train = \"" + tar(gzip) + "\"" + rest);
      assertThat(fromTar.rows()).usingRecursiveComparison().isEqualTo(fromFolder.rows());
    }
  }

  @Test
  void holdsOutTheSameShareOfEveryClass() throws Exception {
    grey(3, 4);
    Produced made = Produced.of(source, train() + ", validation = 6");
    assertThat(made.images(Split.TRAIN)).hasSize(6);
    assertThat(made.images(Split.VALIDATION))
        .extracting(LabelledImage::label)
        .containsExactly(0, 1, 2, 0, 1, 2);
    assertThat(made.rows().stream().map(row -> (int) ((LabelledImage) row).pixels()[0]).distinct())
        .hasSize(12);
    refused(source, train() + ", validation = 11", "datasets.d.validation", "no training image");
    refused(source, train() + ", validation = 2.5", "datasets.d.validation");
  }

  @Test
  void refusesDamagedImages() throws Exception {
    grey(2, 2);
    Path last = folder.resolve("train/c1/1.png");
    byte[] bytes = Files.readAllBytes(last);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(last, Arrays.copyOf(bytes, length));
      assertThatThrownBy(() -> Produced.of(source, train()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("datasets.d.train")
          .hasMessageContaining("c1/1.png")
          .hasMessageContaining("PNG");
    }
    bytes[bytes.length - 20] ^= 1;
    Files.write(last, bytes);
    assertThatThrownBy(() -> Produced.of(source, train())).hasMessageContaining("wrong checksum");
    png("train/c1/1.png", BufferedImage.TYPE_BYTE_GRAY, 4, 1);
    assertThatThrownBy(() -> Produced.of(source, train()))
        .hasMessageContaining("2x4x1")
        .hasMessageContaining("2x3x1");
    Path tar = Path.of(tar(false));
    Files.write(tar, Arrays.copyOf(Files.readAllBytes(tar), 700));
    refused(source, "train = \"" + tar + "\"", "datasets.d.train", "truncated");
  }

  @Test
  void refusesOddFolders() throws Exception {
    grey(1, 1);
    refused(source, train(), "one class only");
    Files.createDirectories(folder.resolve("train/empty"));
    refused(source, train(), "empty/ is empty");
    Files.delete(folder.resolve("train/empty"));
    png("train/x.png", BufferedImage.TYPE_BYTE_GRAY, 3, 1);
    refused(source, train(), "x.png lies in no class folder");
    Files.delete(folder.resolve("train/x.png"));
    png("test/c0/1.png", BufferedImage.TYPE_BYTE_GRAY, 3, 1);
    refused(source, "train = \"" + folder + "\"", "several places (test, train)");
    png("train/c1/1.png", BufferedImage.TYPE_BYTE_GRAY, 3, 1);
    png("test/c7/1.png", BufferedImage.TYPE_BYTE_GRAY, 3, 1);
    refused(source, train() + ", test = \"" + folder.resolve("test") + "\"", "c7");
    refused(source, "train = \"" + folder.resolve("none") + "\"", "no such file");
  }
}
