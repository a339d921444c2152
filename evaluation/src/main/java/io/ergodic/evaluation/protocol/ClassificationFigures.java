package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.data.Images;
import io.ergodic.evaluation.metric.Predictions;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;
import java.util.stream.IntStream;

/** The confusion matrix, and up to 24 test images: misclassified ones first. */
final class ClassificationFigures {
  private static final int SHOWN = 24;

  private ClassificationFigures() {}

  static List<Artefact> of(Predictions predictions, Images images, List<String> classes) {
    int count = images.count();
    int[] predicted = IntStream.range(0, count).map(predictions::predicted).toArray();
    int[][] counts = new int[classes.size()][classes.size()];
    for (int i = 0; i < count; i++) {
      counts[images.labels()[i]][predicted[i]]++;
    }
    int[] shown =
        IntStream.concat(
                IntStream.range(0, count).filter(i -> predicted[i] != images.labels()[i]),
                IntStream.range(0, count).filter(i -> predicted[i] == images.labels()[i]))
            .limit(SHOWN)
            .toArray();
    int[][] pixels = new int[shown.length][];
    for (int i = 0; i < shown.length; i++) {
      pixels[i] = grey(images, shown[i]);
    }
    return List.of(
        new Artefact.Confusion(classes, counts),
        new Artefact.Examples(
            images.height(),
            images.width(),
            classes,
            pixels,
            IntStream.of(shown).map(i -> images.labels()[i]).toArray(),
            IntStream.of(shown).map(i -> predicted[i]).toArray()));
  }

  /** The mean of the channels. */
  private static int[] grey(Images images, int image) {
    int channels = images.channels();
    int[] grey = new int[images.height() * images.width()];
    for (int i = 0; i < grey.length; i++) {
      int sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += images.pixels()[image * images.size() + i * channels + c] & 0xff;
      }
      grey[i] = Math.round(sum / (float) channels);
    }
    return grey;
  }
}
