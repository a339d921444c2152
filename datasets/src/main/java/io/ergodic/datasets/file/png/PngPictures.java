package io.ergodic.datasets.file.png;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The PNG files below a folder, whatever their folders are called, for a model that is to say their
 * class.
 *
 * @param names relative to the folder, sorted
 * @param images in the order of the names; their labels are 0
 */
public record PngPictures(List<String> names, Images images) {
  /**
   * Reads a folder of pictures, or one picture.
   *
   * @throws InvalidInputException where there is none, or one is of another size
   */
  public static PngPictures read(Path path, int height, int width, int channels)
      throws IOException {
    boolean single = Files.isRegularFile(path);
    Path folder = single ? path.toAbsolutePath().getParent() : path;
    PngFolder files = new PngFolder(folder, "--input");
    List<String> names =
        single
            ? List.of(path.getFileName().toString())
            : files.names().stream().filter(name -> !name.endsWith("/")).sorted().toList();
    if (names.isEmpty()) {
      throw new InvalidInputException("--input " + path + ": no .png file in it");
    }
    PngImage size = new PngImage(height, width, channels);
    byte[] pixels = new byte[Math.multiplyExact(names.size(), height * width * channels)];
    files.read(
        names,
        (i, content) -> {
          byte[] decoded = decode(files, names.get(i), content, size);
          System.arraycopy(decoded, 0, pixels, i * decoded.length, decoded.length);
        });
    return new PngPictures(
        names, new Images(height, width, channels, pixels, new int[names.size()]));
  }

  private static byte[] decode(PngFolder files, String name, byte[] content, PngImage size) {
    try {
      PngImage image = PngImage.check(content);
      if (!image.equals(size)) {
        throw new IOException(
            "has " + image.text() + " (height x width x channels), the model reads " + size.text());
      }
      return image.decode(content);
    } catch (IOException wrong) {
      throw PngImages.error(files, name, wrong);
    }
  }
}
