package io.ergodic.datasets.file.image;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How samples become bytes, and what is refused before memory is taken. */
class ImageFormatTest {
  @TempDir Path folder;
  private final ImagesSource source = new ImagesSource();

  private static byte[] bytes(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private void put(String name, byte[] content) throws IOException {
    Path file = folder.resolve("train").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private byte[] pixels(String settings) throws Exception {
    return Produced.of(source, train() + settings).images(Split.TRAIN).get(0).pixels();
  }

  private String train() {
    return "train = \"" + folder.resolve("train") + "\"";
  }

  private static byte[] colour(String format, int... rgb) throws IOException {
    BufferedImage image = new BufferedImage(rgb.length, 1, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < rgb.length; x++) {
      image.setRGB(x, 0, rgb[x]);
    }
    return bytes(image, format);
  }

  private static byte[] grey(int bits, int... samples) throws IOException {
    int type = bits == 16 ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY;
    BufferedImage image = new BufferedImage(samples.length, 1, type);
    image.getRaster().setSamples(0, 0, samples.length, 1, 0, samples);
    return bytes(image, "png");
  }

  @Test
  void sixteenBitsAreRoundedOnlyWhenAsked() throws Exception {
    put("a/1.png", grey(16, 0, 128, 129, 65535, 65407));
    put("b/1.png", grey(16, 0, 0, 0, 0, 0));
    refused(source, train(), "a/1.png", "has 16 bits a sample; bits = 8 rounds them to 8");
    assertThat(pixels(", bits = 8")).containsExactly(0, 0, 1, (byte) 255, (byte) 255);
  }

  @Test
  void greyAndColourAreMixedOnlyWhenAsked() throws Exception {
    put("a/1.png", colour("png", 0xff0000, 0x00ff00, 0x0000ff));
    put("b/1.png", grey(8, 1, 2, 3));
    refused(source, train(), "b/1.png", "is grey", "channels = 3 repeats grey");
    Produced both = Produced.of(source, train() + ", channels = 3");
    assertThat(both.images(Split.TRAIN).get(1).pixels()).containsExactly(1, 1, 1, 2, 2, 2, 3, 3, 3);
    assertThat(pixels(", channels = 1")).containsExactly(76, (byte) 150, 29);
    assertThat(Produced.of(source, train() + ", channels = 1").plan().schema().channels())
        .isEqualTo(1);
    refused(source, train() + ", channels = 2", "datasets.d.channels");
  }

  @Test
  void transparencyIsLaidOverAColourOrDroppedOnlyWhenAsked() throws Exception {
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, new Color(100, 0, 200, 255).getRGB());
    image.setRGB(1, 0, new Color(100, 0, 200, 51).getRGB());
    put("a/1.png", bytes(image, "png"));
    put("b/1.png", colour("png", 0, 0));
    refused(source, train(), "a/1.png", "is transparent at row 0, column 1");
    assertThat(pixels(", alpha = drop")).containsExactly(100, 0, -56, 100, 0, -56);
    assertThat(pixels(", alpha = black")).containsExactly(100, 0, -56, 20, 0, 40);
    assertThat(pixels(", alpha = white")).containsExactly(100, 0, -56, -32, -52, -12);
    image.setRGB(1, 0, new Color(1, 2, 3, 255).getRGB());
    put("a/1.png", bytes(image, "png"));
    assertThat(pixels("")).containsExactly(100, 0, -56, 1, 2, 3);
  }

  @Test
  void palettesAreColours() throws Exception {
    IndexColorModel palette =
        new IndexColorModel(1, 2, new byte[] {9, 1}, new byte[] {8, 2}, new byte[] {7, 3});
    BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
    image.getRaster().setSample(1, 0, 0, 1);
    put("a/1.png", bytes(image, "png"));
    put("b/1.png", colour("png", 0, 0));
    assertThat(pixels("")).containsExactly(9, 8, 7, 1, 2, 3);
  }

  @Test
  void contentTellsTheFormatAndJpegIsCalledJpeg() throws Exception {
    put("a/1.png", colour("jpeg", 0x808080, 0x808080));
    put("b/1.png", colour("png", 0, 0));
    refused(source, train(), "a/1.png", "is a JPEG file; let its name end in .jpg");
    put("a/1.png", "GIF89a and so on".getBytes());
    refused(source, train(), "a/1.png", "neither a PNG nor a JPEG file", "47 49 46 38 39 61");
  }

  @Test
  void takesNoMemoryForWhatAHeaderClaims() throws Exception {
    put("b/1.png", colour("png", 0, 0));
    byte[] png = colour("png", 1, 2);
    ByteBuffer.wrap(png).putInt(16, 4000).putInt(20, 4000);
    sign(png);
    put("a/1.png", png);
    refused(source, train(), "a/1.png", "claims 4000x4000 pixels, which its", "cannot hold");
    ByteBuffer.wrap(png).putInt(16, -1);
    sign(png);
    put("a/1.png", png);
    refused(source, train(), "a/1.png", "impossible size 4000x4294967295");
    byte[] jpeg = colour("jpeg", 1, 2);
    int frame = frame(jpeg);
    ByteBuffer.wrap(jpeg).putShort(frame + 5, (short) 4000).putShort(frame + 7, (short) 4000);
    Files.delete(folder.resolve("train/a/1.png"));
    put("a/1.jpg", jpeg);
    refused(source, train(), "a/1.jpg", "claims 4000x4000 pixels, which its", "cannot hold");
  }

  @Test
  void pixelsAreBudgeted() throws Exception {
    BufferedImage wide = new BufferedImage(5000, 4000, BufferedImage.TYPE_BYTE_GRAY);
    put("a/1.png", bytes(wide, "png"));
    put("b/1.png", bytes(wide, "png"));
    refused(source, train(), "a/1.png", "claims 4000x5000", "datasets.d.pixels allows 16777216");
    assertThat(pixels(", pixels = 20000000, limit = 1")).hasSize(20_000_000);
  }

  /** A text in a PNG may be packed a thousandfold; nothing needs it. */
  @Test
  void whatMakesNoPixelsIsNotUnpacked() throws Exception {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.write(new byte[] {'a', 0, 0});
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(text, new Deflater(Deflater.BEST_COMPRESSION))) {
      for (int i = 0; i < 64; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    IndexColorModel palette = new IndexColorModel(1, 2, new byte[2], new byte[2], new byte[2]);
    byte[] png = bytes(new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_BINARY, palette), "png");
    ByteBuffer file = ByteBuffer.allocate(png.length + text.size() + 12);
    file.put(png, 0, 33).putInt(text.size()).put("zTXt".getBytes()).put(text.toByteArray());
    CRC32 crc = new CRC32();
    crc.update(file.array(), 37, text.size() + 4);
    file.putInt((int) crc.getValue()).put(png, 33, png.length - 33);
    put("a/1.png", file.array());
    put("b/1.png", colour("png", 0, 0));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Produced.of(source, train());
    long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    assertThat(pixels("")).containsOnly(0);
    long taken = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    assertThat(taken).isLessThan(8 << 20);
  }

  @Test
  void refusesDamagedJpegs() throws Exception {
    put("b/1.png", colour("png", 0, 0));
    byte[] whole = colour("jpeg", 0x123456, 0x654321);
    for (int length = 3; length < whole.length; length++) {
      put("a/1.jpg", Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Produced.of(source, train()))
          .as("%d bytes", length)
          .hasMessageContaining("datasets.d.train")
          .hasMessageContaining("a/1.jpg")
          .hasMessageContaining("JPEG");
    }
    byte[] arithmetic = whole.clone();
    arithmetic[frame(arithmetic) + 1] = (byte) 0xc9;
    put("a/1.jpg", arithmetic);
    refused(source, train(), "a JPEG of a rare kind (SOF9)");
    byte[] four = whole.clone();
    four[frame(four) + 9] = 4;
    put("a/1.jpg", four);
    refused(source, train(), "4 components", "from CMYK to RGB");
    int scan = scan(whole);
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(whole, 0, scan);
    for (int i = 0; i < 200; i++) {
      many.write(whole, scan, whole.length - 2 - scan);
    }
    many.write(whole, whole.length - 2, 2);
    put("a/1.jpg", many.toByteArray());
    refused(source, train(), "more than 100 scans");
  }

  private static int frame(byte[] jpeg) {
    return marker(jpeg, 0xc0);
  }

  private static int scan(byte[] jpeg) {
    return marker(jpeg, 0xda);
  }

  private static int marker(byte[] jpeg, int marker) {
    int at = 2;
    while ((jpeg[at + 1] & 0xff) != marker) {
      at += 2 + ((jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff);
    }
    return at;
  }

  /** Puts the right checksum behind the first chunk. */
  private static void sign(byte[] png) {
    CRC32 crc = new CRC32();
    crc.update(png, 12, 17);
    ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());
  }
}
