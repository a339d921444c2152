package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.Predictions;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;
import java.util.stream.IntStream;

/** Up to 24 test images, misclassified ones first; nothing where the examples are no images. */
@AutoService(Figure.class)
public final class ExampleFigure implements Figure {
  private static final int SHOWN = 24;

  @Override
  public String name() {
    return "examples";
  }

  @Override
  public String task() {
    return "classification";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    if (!(evidence.dataset() instanceof ImageDataset data)) {
      return List.of();
    }
    Predictions predictions = evidence.get(Predictions.class);
    Images images = data.images(Split.TEST);
    int[] labels = predictions.labels();
    int[] predicted = IntStream.range(0, labels.length).map(predictions::predicted).toArray();
    int[] shown =
        IntStream.concat(
                IntStream.range(0, labels.length).filter(i -> predicted[i] != labels[i]),
                IntStream.range(0, labels.length).filter(i -> predicted[i] == labels[i]))
            .limit(SHOWN)
            .toArray();
    int[][] pixels = new int[shown.length][];
    for (int i = 0; i < shown.length; i++) {
      pixels[i] = grey(images, shown[i]);
    }
    return List.of(
        new Artefact.Examples(
            images.height(),
            images.width(),
            data.manifest().schema().classes(),
            pixels,
            IntStream.of(shown).map(i -> labels[i]).toArray(),
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
