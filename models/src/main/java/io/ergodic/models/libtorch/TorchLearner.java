package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.block.Pass;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network on libtorch with back-propagation. Its parameter vector is the arena: trained
 * parameters, then buffers. The optimiser runs on the JVM over copies of parameters and gradients;
 * next to a step these copies cost nothing, and the update rule is the same code for all engines.
 */
public final class TorchLearner implements Learner {
  private final Arena arena;
  private final Objective objective;
  private final OptimiserSettings optimiser;
  private final int threads;
  private final Precision precision;
  private final Staging staging;
  private final Generator generator = torch.createCPUGenerator(0);
  private final Pass training = new Pass(true, new GeneratorOptional(generator));
  private final float[] parameters;
  private final float[] gradients;
  private final float[] state;

  /** Takes the arena over: closing the learner closes it. */
  TorchLearner(
      Arena arena,
      Objective objective,
      OptimiserSettings optimiser,
      int threads,
      Precision precision) {
    this.arena = arena;
    this.objective = objective;
    this.optimiser = optimiser;
    this.threads = threads;
    this.precision = precision;
    this.staging = new Staging(arena.device());
    this.parameters = new float[arena.trainableCount()];
    this.gradients = new float[arena.trainableCount()];
    this.state = new float[optimiser.stateCount(arena.trainableCount())];
    arena.read(parameters, parameters.length);
  }

  @Override
  public int parameterCount() {
    return arena.count();
  }

  @Override
  public int trainableCount() {
    return arena.trainableCount();
  }

  @Override
  public void readParameters(float[] target) {
    arena.read(target, arena.count());
  }

  @Override
  public void writeParameters(float[] source) {
    arena.write(source, arena.count());
    System.arraycopy(source, 0, parameters, 0, parameters.length);
  }

  @Override
  public float[] state() {
    return state;
  }

  @Override
  public double step(Batch batch, StepContext context) {
    Threads.use(threads);
    generator.set_current_seed(context.seed());
    double loss;
    try (PointerScope scope = new PointerScope()) {
      arena.zeroGradients();
      Tensor mean =
          precision.during(arena.device(), () -> objective.loss(batch, staging, training));
      mean.backward();
      loss = mean.item_double();
    }
    arena.readGradients(gradients);
    optimiser.update(parameters, gradients, state, context);
    arena.write(parameters, parameters.length);
    return loss;
  }

  @Override
  public double loss(Batch batch) {
    Threads.use(threads);
    return withoutGradients(() -> objective.loss(batch, staging, Pass.evaluation()).item_double());
  }

  @Override
  public Capability trained() {
    return objective.trained(threads, arena.device());
  }

  @Override
  public void close() {
    training.draws().close();
    generator.close();
    staging.close();
    arena.close();
  }

  /** Runs something in a PointerScope of its own with the recording of gradients off. */
  public static <T> T withoutGradients(Supplier<T> work) {
    boolean before = GradMode.is_enabled();
    GradMode.set_enabled(false);
    try (PointerScope scope = new PointerScope()) {
      return work.get();
    } finally {
      GradMode.set_enabled(before);
    }
  }
}
