package io.ergodic.datasets.file.image;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.images.LabelledImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lies in folders and archives beside images of the right form. */
class ImageFilesTest {
  @TempDir Path folder;
  private final ImagesSource source = new ImagesSource();

  private Path grey(String name, int value) throws IOException {
    BufferedImage image = new BufferedImage(12, 12, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 144; i++) {
      image.getRaster().setSample(i % 12, i / 12, 0, value);
    }
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, name.endsWith("png") ? "png" : "jpeg", file.toFile());
    return file;
  }

  private String of(String name) {
    return name + " = \"" + folder.resolve(name) + "\"";
  }

  @Test
  void readsJpegBesidePngAndSaysByWhichDecoder() throws Exception {
    grey("train/bird/0.png", 10);
    grey("train/cat/0.png", 20);
    grey("train/cat/1.jpeg", 100);
    grey("train/dog/0.jpg", 200);
    Produced made = Produced.of(source, of("train"));
    assertThat(made.plan().schema().classes()).containsExactly("bird", "cat", "dog");
    assertThat(made.images(Split.TRAIN))
        .extracting(LabelledImage::label)
        .containsExactly(0, 1, 2, 1);
    // A grey of one value has no other way of being rounded.
    assertThat(made.images(Split.TRAIN).get(2).pixels()).containsOnly((byte) 200);
    assertThat(made.plan().notes()).singleElement().asString().contains("JPEG decoder ");
    assertThat(made.plan().decoder()).isEqualTo("JPEG decoder " + JpegDecoder.fingerprint());
    Files.delete(folder.resolve("train/cat/1.jpeg"));
    Files.delete(folder.resolve("train/dog/0.jpg"));
    grey("train/dog/0.png", 200);
    Produced exact = Produced.of(source, of("train"));
    assertThat(exact.plan().notes()).isEmpty();
    assertThat(exact.plan().decoder()).isEmpty();
  }

  @Test
  void theDecoderIsToldByWhatItMakesOfNoise() {
    assertThat(JpegDecoder.fingerprint()).matches("[0-9a-f]{12}");
  }

  @Test
  void countsAndNamesWhatIsLeftOut() throws Exception {
    grey("train/a/0.png", 1);
    grey("train/b/0.png", 2);
    Files.writeString(folder.resolve("train/notes.txt"), "x");
    Files.writeString(folder.resolve("train/a/1.gif"), "x");
    Files.writeString(folder.resolve("train/a/2.GIF"), "x");
    Files.writeString(folder.resolve("train/a/.DS_Store"), "x");
    assertThat(Produced.of(source, of("train")).plan().notes())
        .containsExactly(
            "train: 3 files are left out, not named .png, .jpg or .jpeg: {.gif=2, .txt=1}, the"
                + " first "
                + Produced.of(source, of("train")).plan().notes().get(0).split("the first ")[1],
            "train: 1 hidden file is left out");
    // A class is never left out.
    Files.createDirectories(folder.resolve("train/c"));
    Files.writeString(folder.resolve("train/c/1.gif"), "x");
    refused(source, of("train"), "class folder c/ is empty", ".gif=3");
  }

  @Test
  void readsWhatLinksLeadToAndRefusesThoseThatLeadNowhere() throws Exception {
    Path pool = grey("pool/x.png", 7);
    grey("train/a/0.png", 1);
    grey("train/b/0.png", 2);
    Files.createSymbolicLink(folder.resolve("train/a/1.png"), pool);
    Files.createSymbolicLink(folder.resolve("train/c"), folder.resolve("pool"));
    Produced made = Produced.of(source, of("train"));
    assertThat(made.plan().schema().classes()).containsExactly("a", "b", "c");
    assertThat(made.images(Split.TRAIN)).hasSize(4);
    assertThat(made.images(Split.TRAIN).get(2).pixels()).containsOnly((byte) 7);
    Files.createSymbolicLink(folder.resolve("train/b/1.png"), folder.resolve("gone.png"));
    refused(source, of("train"), "b/1.png is a link to a file that is not there");
    Files.delete(folder.resolve("train/b/1.png"));
    Files.createSymbolicLink(folder.resolve("train/b/up"), folder.resolve("train"));
    refused(source, of("train"), "b/up is a link to a folder it lies in");
  }

  @Test
  void comparesNamesOfClassesInOneForm() throws Exception {
    String composed = Normalizer.normalize("caf\u00e9", Normalizer.Form.NFC);
    String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);
    grey("train/" + apart + "/0.png", 1);
    grey("train/the/0.png", 2);
    grey("test/" + composed + "/0.png", 3);
    Produced made = Produced.of(source, of("train") + ", " + of("test"));
    assertThat(made.plan().schema().classes()).containsExactly(composed, "the");
    assertThat(made.images(Split.TEST)).extracting(LabelledImage::label).containsExactly(0);
    grey("train/" + composed + "/1.png", 1);
    refused(source, of("train"), "two class folders are both called " + composed);
  }

  @Test
  void namesInArchivesLeadNowhereAndLinksAreRefused() throws Exception {
    Path image = grey("x.png", 9);
    Path file = folder.resolve("a.tar");
    try (OutputStream raw = Files.newOutputStream(file);
        TarArchiveOutputStream out = new TarArchiveOutputStream(raw, "UTF-8")) {
      for (String name :
          new String[] {"../../a/0.png", "a/../../0.png", "a/1.png", "\u00e9/1.png"}) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        entry.setSize(Files.size(image));
        out.putArchiveEntry(entry);
        Files.copy(image, out);
        out.closeArchiveEntry();
      }
    }
    String settings = "train = \"" + file + "\"";
    Produced made = Produced.of(source, settings);
    assertThat(made.plan().schema().classes()).containsExactly("a", "\u00e9");
    assertThat(made.plan().notes()).containsExactly("train: 2 hidden files are left out");
    try (var list = Files.list(folder)) {
      assertThat(list).containsExactlyInAnyOrder(image, file);
    }
    try (OutputStream raw = Files.newOutputStream(file);
        TarArchiveOutputStream out = new TarArchiveOutputStream(raw)) {
      TarArchiveEntry entry = new TarArchiveEntry("a/1.png", TarConstants.LF_SYMLINK);
      entry.setLinkName("/etc/passwd");
      out.putArchiveEntry(entry);
      out.closeArchiveEntry();
    }
    refused(source, settings, "entry a/1.png is a link", "--dereference");
  }
}
