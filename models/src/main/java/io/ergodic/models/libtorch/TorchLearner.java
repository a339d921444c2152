package io.ergodic.models.libtorch;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.block.Pass;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.FlatVectors;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Generator;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;

/**
 * A network on libtorch. Its parameter vector is the arena: trained parameters, then buffers. The
 * optimiser works on the vectors where they lie; they are copied to the heap only when asked for,
 * at the boundaries of rounds and for checkpoints. One instance belongs to one thread at a time.
 */
public final class TorchLearner implements Learner {
  private final Arena arena;
  private final Objective objective;
  private final OptimiserSettings optimiser;
  private final int threads;
  private final Precision precision;
  private final Staging staging;
  private final Staging asked;
  private final Generator generator;
  private final Pass training;
  private final FlatVectors vectors;

  /** Takes the arena over: closing the learner closes it. */
  public TorchLearner(
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
    this.asked = new Staging(arena.device());
    this.generator = TorchDevice.generator(arena.device());
    this.training = new Pass(true, new GeneratorOptional(generator));
    this.vectors = arena.vectors(optimiser);
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
  }

  @Override
  public List<Segment> segments() {
    return arena.segments();
  }

  @Override
  public Set<String> idle() {
    return arena.idle();
  }

  @Override
  public float[] state() {
    float[] state = new float[stateCount()];
    readState(state);
    return state;
  }

  @Override
  public int stateCount() {
    return vectors.stateCount();
  }

  @Override
  public void readState(float[] target) {
    vectors.readState(target);
  }

  @Override
  public void writeState(float[] source) {
    vectors.writeState(source);
  }

  @Override
  public double step(Batch batch, StepContext context) {
    Threads.use(threads);
    generator.set_current_seed(context.seed());
    try (PointerScope scope = new PointerScope()) {
      arena.zeroGradients();
      Tensor mean =
          precision.during(arena.device(), () -> objective.loss(batch, staging, training));
      mean.backward();
      withoutGradients(
          () -> {
            optimiser.update(vectors, context);
            return null;
          });
      return mean.item_double();
    }
  }

  @Override
  public double loss(Batch batch) {
    Threads.use(threads);
    return withoutGradients(() -> objective.loss(batch, staging, Pass.evaluation()).item_double());
  }

  @Override
  public Capability trained() {
    return objective.trained(threads, asked);
  }

  @Override
  public void close() {
    training.draws().close();
    generator.close();
    vectors.close();
    staging.close();
    asked.close();
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
