package io.ergodic.jobs.bench;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.Task;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.models.device.Device;
import io.ergodic.models.device.HostCopies;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Training steps of recipes on the processor and, where there is one, on a GPU, in float32 and
 * bfloat16: milliseconds a step, examples a second, vectors of parameters copied to the heap
 * meanwhile, and how far the losses of the first steps are from those of the processor in float32.
 * The data is noise with labels, made in memory.
 */
public final class DeviceBenchmark implements Benchmark {
  private static final int COMPARED = 10;
  private static final int CLASSES = 10;
  private static final int LOOKBACK = 336;
  private static final int HORIZON = 96;
  private static final int VARIABLES = 7;

  private final List<Recipe> recipes;
  private final Device gpu;
  private final int side;
  private final int batch;
  private final double seconds;
  private final int threads;

  /**
   * @param recipes of classifiers of images or forecasters
   * @param gpu that is measured beside the processor; the processor again for none
   * @param side of the square pictures, in pixels; three channels
   * @param batch examples a step
   * @param seconds to measure each for, after the first steps
   * @param threads of the processor
   */
  public DeviceBenchmark(
      List<Recipe> recipes, Device gpu, int side, int batch, double seconds, int threads) {
    this.recipes = List.copyOf(recipes);
    this.gpu = gpu;
    this.side = side;
    this.batch = batch;
    this.seconds = seconds;
    this.threads = threads;
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    sink.accept(new Measurement("gpu-found", gpu.describe(), gpu.isCuda() ? 1 : 0, "1"));
    for (Recipe recipe : recipes) {
      double[] reference = measure(recipe, Device.CPU, "float32", null, sink);
      if (gpu.isCuda()) {
        measure(recipe, gpu, "float32", reference, sink);
        measure(recipe, gpu, "bfloat16", reference, sink);
      }
    }
  }

  /** Losses of the first steps. */
  private double[] measure(
      Recipe recipe,
      Device device,
      String precision,
      double[] reference,
      Consumer<Measurement> sink) {
    boolean images = recipe.task().equals("classification");
    Task task = images ? new Classification() : new Forecasting(LOOKBACK, HORIZON);
    TrainingContext context =
        new TrainingContext(
            images ? pictures() : NoiseSeries.of(4 * batch + LOOKBACK + HORIZON - 1, VARIABLES),
            task,
            1,
            new Resources(threads, device));
    Settings settings =
        Settings.parse(
                "precision = " + precision + ", batch = " + batch + ", epochs = 1", recipe.name())
            .withFallback(Settings.parse(recipe.settings(), recipe.name()));
    ModelFamily family = ModelFamily.registry().get(recipe.family(), recipe.name());
    Model model = family.create(context.model(), settings);
    Trainable.Stepped stepped = (Trainable.Stepped) model.prepare(context);
    String name = recipe.name() + " " + device.label() + " " + precision;
    try (Learner learner = stepped.learner()) {
      double[] losses = new double[COMPARED];
      for (int step = 0; step < COMPARED; step++) {
        losses[step] = step(stepped, learner, step);
      }
      long copies = HostCopies.count();
      long start = System.nanoTime();
      int steps = 0;
      while (steps < 3 || (System.nanoTime() - start) * 1e-9 < seconds) {
        step(stepped, learner, COMPARED + steps++);
      }
      double each = (System.nanoTime() - start) * 1e-9 / steps;
      sink.accept(new Measurement("step", name, each * 1e3, "ms"));
      sink.accept(new Measurement("examples", name, batch / each, "1/s"));
      sink.accept(new Measurement("parameters-copied", name, HostCopies.count() - copies, "1"));
      if (reference != null) {
        double apart =
            IntStream.range(0, COMPARED)
                .mapToDouble(i -> Math.abs(losses[i] - reference[i]) / Math.abs(reference[i]))
                .max()
                .orElseThrow();
        sink.accept(new Measurement("loss-apart-from-cpu", name, apart, "1"));
      }
      return losses;
    }
  }

  private static double step(Trainable.Stepped stepped, Learner learner, int step) {
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    return learner.step(
        stepped.stage().batches().batch(step % perEpoch),
        new StepContext(step, 0, RandomStreams.derive(1, "step", step)));
  }

  private Dataset pictures() {
    int count = 4 * batch;
    RandomGenerator random = RandomStreams.stream(1, "pictures");
    byte[] pixels = new byte[count * side * side * 3];
    random.nextBytes(pixels);
    int[] labels = IntStream.range(0, count).map(i -> random.nextInt(CLASSES)).toArray();
    List<String> classes = IntStream.range(0, CLASSES).mapToObj(i -> "class" + i).toList();
    Schema schema = Schema.images(side, side, 3, classes);
    Scaler scaler = new Scaler(new double[] {0.5, 0.5, 0.5}, new double[] {0.29, 0.29, 0.29});
    return new ImageDataset(
        NoiseSeries.manifest(schema, scaler),
        Map.of(Split.TRAIN, new Images(side, side, 3, pixels, labels)));
  }
}
