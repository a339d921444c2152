package io.ergodic.datasets.file.image;

import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.file.PixelBudget;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The image files below a folder, whatever their folders are called, for a model that is to say
 * their class.
 *
 * @param names relative to the folder, sorted
 * @param images in the order of the names; their labels are 0
 * @param notes on what is left out
 */
public record ImageInputs(List<String> names, Images images, List<String> notes) {
  /**
   * Reads a folder of images, or one image. Grey ones are repeated for a model of colours, coloured
   * ones become grey for a model of grey.
   *
   * @throws InvalidInputException where there is none, one is of another size, or all are too many
   */
  public static ImageInputs read(Path path, int height, int width, int channels)
      throws IOException {
    boolean single = Files.isRegularFile(path);
    Path folder = single ? path.toAbsolutePath().getParent() : path;
    FolderFiles files = new FolderFiles(folder, "--input");
    Listing listing = new Listing();
    if (single) {
      listing.file(path.getFileName().toString());
    } else {
      listing = files.list();
    }
    List<String> names = listing.images();
    if (names.isEmpty()) {
      throw new InvalidInputException(
          "--input " + path + ": no " + Listing.ENDINGS + " file in it");
    }
    long size = (long) height * width * channels;
    if (names.size() * size > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          "--input " + path + ": " + names.size() + " images are more than 2.1 GB of pixels");
    }
    byte[] pixels = new byte[(int) (names.size() * size)];
    PixelBudget budget = new PixelBudget("the model", Math.max(1, height * width));
    ImageReader reader =
        new ImageReader(PixelRules.of(channels, budget), height, width, "the model reads");
    reader.read(
        files,
        names,
        (i, decoded) -> System.arraycopy(decoded, 0, pixels, i * decoded.length, decoded.length));
    return new ImageInputs(
        names,
        new Images(height, width, channels, pixels, new int[names.size()]),
        listing.notes("--input"));
  }
}
