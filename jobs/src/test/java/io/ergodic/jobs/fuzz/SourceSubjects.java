package io.ergodic.jobs.fuzz;

import com.typesafe.config.ConfigUtil;
import io.ergodic.datasets.file.npy.NpyFile;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** The sources that read files: plans are made, and all shards are produced. */
final class SourceSubjects {
  private final Path folder;

  SourceSubjects(Path folder) {
    this.folder = folder;
  }

  Map<String, Subject> all() throws IOException {
    Map<String, Subject> all = new TreeMap<>();
    List<Packing> text = List.of(Packing.NONE, Packing.NONE, Packing.NONE, Packing.GZIP);
    List<byte[]> tables = List.of(table(",", "2020-01-0"), table(";", ""), table("\t", "1/1/200"));
    all.put("csv", source("csv", "table.csv", "path = 'FILE', context = 0", tables, text));
    all.put("text", source("text", "a.txt", "path = 'FILE', units = characters", tables, text));
    List<byte[]> series =
        List.of(
            utf8("# c\n@data\n1,2,3:4,5,6:a\n7,8,9:1,1,1:b\n1,2:3,4:a\n"),
            utf8("@problemName x\n@classLabel true a b\n@data\n1.5,-2e3:a\n0.25,7:b\n"));
    all.put("ts", source("ts", "a.ts", "train = 'FILE'", series, text));
    List<byte[]> rows = List.of(utf8("1\t0.5\t0.25\n2\t1\t-1e-3\n1\t3\t4\n"));
    all.put("tsv", source("ts", "b.tsv", "train = 'FILE'", rows, text));
    all.put("npy", source("npy", "a.npy", "train = 'FILE'", arrays(), List.of(Packing.NONE)));
    images(all);
    all.put("equations", equations());
    return all;
  }

  private void images(Map<String, Subject> all) throws IOException {
    Path labels = Files.write(folder.resolve("labels.idx"), idx(new int[] {4}, 4));
    Path pixels = Files.write(folder.resolve("pixels.idx"), idx(new int[] {4, 3, 2}, 24));
    List<Packing> packings = List.of(Packing.NONE, Packing.GZIP);
    all.put(
        "idx-images",
        source(
            "idx",
            "images.idx",
            "train { images = 'FILE', labels = '" + labels + "' }",
            List.of(idx(new int[] {4, 3, 2}, 24), idx(new int[] {4, 2, 2, 3}, 48)),
            packings));
    all.put(
        "idx-labels",
        source(
            "idx",
            "classes.idx",
            "train { images = '" + pixels + "', labels = 'FILE' }",
            List.of(idx(new int[] {4}, 4), idx(new int[] {4, 3, 2}, 24)),
            packings));
    Path train = folder.resolve("train");
    Files.createDirectories(train.resolve("a"));
    Files.createDirectories(train.resolve("b"));
    Files.write(train.resolve("b/1.png"), image(BufferedImage.TYPE_INT_RGB, "png"));
    String rules = "train = '" + train + "', channels = 3, alpha = white, bits = 8";
    List<byte[]> pngs =
        List.of(
            image(BufferedImage.TYPE_INT_RGB, "png"),
            image(BufferedImage.TYPE_INT_ARGB, "png"),
            image(BufferedImage.TYPE_BYTE_GRAY, "png"),
            image(BufferedImage.TYPE_USHORT_GRAY, "png"),
            image(BufferedImage.TYPE_BYTE_INDEXED, "png"));
    List<Packing> signed = List.of(Packing.NONE, Packing.PNG, Packing.PNG);
    all.put("png", source("images", "train/a/1.png", rules, pngs, signed));
    List<byte[]> jpegs =
        List.of(
            image(BufferedImage.TYPE_INT_RGB, "jpeg"), image(BufferedImage.TYPE_BYTE_GRAY, "jpeg"));
    all.put("jpeg", source("images", "train/a/1.jpg", rules, jpegs, List.of(Packing.NONE)));
    List<byte[]> archives =
        List.of(archive("a/1.png", "b/1.png"), archive("./x/a/1.png", "x/b/2.png"));
    all.put("tar", source("images", "a.tar", "train = 'FILE'", archives, packings));
  }

  /** The text of an equation, put beside a sound one; of a plan all shards are produced. */
  private static Subject equations() {
    Subject.Reader reader =
        bytes -> {
          String text = ConfigUtil.quoteString(new String(bytes, StandardCharsets.UTF_8));
          String settings =
              "equations { x = "
                  + text
                  + ", y = \"x - y\" }, parameters.a = 1.5, start { x = 0.3, y = 0.1 }, period = 0.01,"
                  + " transient = 0, length = 2, pointsPerPeriod = 2";
          return () -> {
            DatasetPlan plan =
                DatasetSource.registry()
                    .get("ode", "source")
                    .plan(Settings.parse(settings, "datasets.d"), 3);
            for (int shard = 0; shard < plan.shardCount(); shard++) {
              plan.produce(shard, row -> {});
            }
          };
        };
    List<byte[]> seeds =
        List.of(
            utf8("a*(y - x) + sin(2*pi*t)^2 - tanh(x*y)/(1 + x^2)"),
            utf8("-x^3 + sqrt(abs(x))*sign(y) - exp(-x*x)*log(1 + y*y) + 1.5e-3*cos(t)"));
    return new Subject(seeds, List.of(Packing.NONE), reader, List.of("datasets.d."), Subject.USUAL);
  }

  private Subject source(
      String name, String file, String settings, List<byte[]> seeds, List<Packing> packings) {
    Path path = folder.resolve(file);
    String text = settings.replace("FILE", path.toString()).replace('\'', '"');
    Subject.Reader reader =
        bytes -> {
          Files.write(path, bytes);
          return () -> {
            try {
              DatasetPlan plan =
                  DatasetSource.registry()
                      .get(name, "source")
                      .plan(Settings.parse(text, "datasets.d"), 3);
              for (int shard = 0; shard < plan.shardCount(); shard++) {
                plan.produce(shard, row -> {});
              }
            } finally {
              Files.delete(path);
            }
          };
        };
    // What a setting says of a file, it says by the name of the setting.
    List<String> names = List.of(path.getFileName().toString(), "datasets.d.");
    return new Subject(seeds, packings, reader, names, Subject.USUAL);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] table(String between, String day) {
    StringBuilder text = new StringBuilder();
    text.append(String.join(between, "date", "a", "b")).append("\n");
    for (int i = 1; i < 10; i++) {
      String date = day.isEmpty() ? "2020-03-0" + i + " 00:00:00" : day + i;
      text.append(String.join(between, date, i + ".5", String.valueOf(-i * i))).append("\n");
    }
    return utf8(text.toString());
  }

  private List<byte[]> arrays() throws IOException {
    Path file = folder.resolve("seed.npy");
    NpyFile.write(file, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 6, 2);
    byte[] matrix = Files.readAllBytes(file);
    NpyFile.write(file, new double[20], 20, 1);
    return List.of(matrix, Files.readAllBytes(file));
  }

  private static byte[] idx(int[] shape, int bytes) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * shape.length + bytes);
    out.putInt(0x800 | shape.length);
    for (int axis : shape) {
      out.putInt(axis);
    }
    for (int i = 0; i < bytes; i++) {
      out.put((byte) (i % 3));
    }
    return out.array();
  }

  private static byte[] image(int type, String format) throws IOException {
    BufferedImage image = new BufferedImage(9, 7, type);
    for (int i = 0; i < 63; i++) {
      image.setRGB(i % 9, i / 9, 0x7f000000 | i * 0x030507);
    }
    if (image.getColorModel() instanceof IndexColorModel) {
      image.setRGB(0, 0, 0xffffffff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] archive(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8")) {
      byte[] image = image(BufferedImage.TYPE_BYTE_GRAY, "png");
      for (String name : names) {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(image.length);
        out.putArchiveEntry(entry);
        out.write(image);
        out.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }
}
