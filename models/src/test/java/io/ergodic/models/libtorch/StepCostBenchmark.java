package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.Locale;
import java.util.Random;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

/**
 * Milliseconds of a training step of a perceptron of 25.7 million parameters, forward and backward
 * apart from all the rest (zeroing, update), by the rows a step sees (examples times places, where
 * weights serve at several): {@code java ... StepCostBenchmark [threads]}.
 */
final class StepCostBenchmark {
  private static final int WIDTH = 2048;
  private static final int TURNS = 5;

  private StepCostBenchmark() {}

  public static void main(String[] arguments) {
    int threads = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1;
    NativeLibraries.load(Engine.LIBTORCH);
    for (int count : new int[] {16, 64, 128, 256, 1024}) {
      for (String rule : new String[] {"adamw", "radam", "sgd", "lion", "adadelta"}) {
        measure(count, rule, threads);
      }
    }
  }

  private static void measure(int count, String rule, int threads) {
    Parameters parameters = new Parameters();
    Block network =
        Block.sequence(
            new Linear(parameters.in(0), WIDTH, 3 * WIDTH),
            Activation.RELU,
            new Linear(parameters.in(1), 3 * WIDTH, WIDTH),
            Activation.RELU,
            new Linear(parameters.in(2), WIDTH, 256));
    OptimiserSettings optimiser =
        OptimiserSettings.read(
            Settings.parse("name = " + rule + ", learningRate = 1e-4", ""),
            "name = adam, learningRate = 1e-4",
            1,
            1000);
    Objective objective = new ClassificationObjective(network, new Port("values", WIDTH), 256, 0);
    Batch batch = batch(count);
    Arena arena = new Arena(parameters, 1);
    try (TorchLearner learner =
            new TorchLearner(arena, objective, objective, optimiser, threads, StepSettings.PLAIN);
        Staging staging = new Staging(Device.CPU)) {
      double whole = Double.POSITIVE_INFINITY;
      double network0 = Double.POSITIVE_INFINITY;
      for (int turn = 0; turn < TURNS; turn++) {
        long start = System.nanoTime();
        learner.step(batch, new StepContext(turn, 0, turn));
        whole = Math.min(whole, (System.nanoTime() - start) * 1e-6);
        start = System.nanoTime();
        try (PointerScope scope = new PointerScope()) {
          Tensor loss = objective.loss(batch, staging, new Pass(true, null));
          loss.backward();
          loss.item_double();
        }
        network0 = Math.min(network0, (System.nanoTime() - start) * 1e-6);
      }
      System.out.printf(
          Locale.ROOT,
          "%s, %d parameters, batch %d: forward and backward %.1f ms, all the rest %.1f ms (%.0f %%)%n",
          rule,
          arena.trainableCount(),
          count,
          network0,
          whole - network0,
          100 * (whole - network0) / network0);
    }
  }

  private static Batch batch(int count) {
    Random random = new Random(1);
    Batch batch = Batch.of(count).addFloats(Batch.INPUT, WIDTH).addInts(Batch.TARGET);
    for (int i = 0; i < count * WIDTH; i++) {
      batch.floats(Batch.INPUT)[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < count; i++) {
      batch.ints(Batch.TARGET)[i] = random.nextInt(256);
    }
    return batch;
  }
}
