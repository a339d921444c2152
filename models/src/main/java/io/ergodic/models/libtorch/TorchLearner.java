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
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A network on libtorch. Its parameter vector is the arena: trained parameters, then buffers. The
 * optimiser works on the vectors where they lie; they are copied to the heap only when asked for,
 * at the boundaries of rounds and for checkpoints. One instance belongs to one thread at a time.
 */
public final class TorchLearner implements Learner {
  private final Arena arena;
  private final Objective objective;
  private final Objective evaluated;
  private final OptimiserSettings optimiser;
  private final int threads;
  private final StepSettings steps;
  private final Staging staging;
  private final Staging asked;
  private final Generator generator;
  private final Pass training;
  private final FlatVectors vectors;

  /**
   * Takes the arena over: closing the learner closes it.
   *
   * @param objective what is trained
   * @param evaluated the same by averaged weights, or itself
   */
  public TorchLearner(
      Arena arena,
      Objective objective,
      Objective evaluated,
      OptimiserSettings optimiser,
      int threads,
      StepSettings steps) {
    this.arena = arena;
    this.objective = objective;
    this.evaluated = evaluated;
    this.optimiser = optimiser;
    this.threads = threads;
    this.steps = steps;
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
      Tensor loss = gradients(batch);
      withoutGradients(
          () -> {
            optimiser.update(vectors, context);
            if (steps.ema().present()) {
              arena.average(steps.ema().fresh(context.step()));
            }
            return null;
          });
      return loss.item_double();
    }
  }

  /** Adds up the gradients of the parts of a batch, and returns their mean loss. */
  private Tensor gradients(Batch batch) {
    int parts = Math.min(steps.accumulate(), batch.count());
    if (parts == 1) {
      return gradient(batch, 1);
    }
    Tensor sum = torch.zeros(new long[] {1}, arena.gradients().options());
    for (int k = 0; k < parts; k++) {
      Batch part = batch.part(share(batch.count(), k, parts), share(batch.count(), k + 1, parts));
      // What a part has made goes before the next, which is what parts are for.
      try (PointerScope scope = new PointerScope()) {
        Tensor loss = gradient(part, (double) part.count() / batch.count());
        withoutGradients(() -> sum.add_(loss.detach()));
      }
    }
    return sum;
  }

  private static int share(int count, int part, int parts) {
    return (int) ((long) count * part / parts);
  }

  /** Adds a share of a batch's gradient, and returns that share of its loss. */
  private Tensor gradient(Batch batch, double share) {
    Tensor mean =
        steps.precision().during(arena.device(), () -> objective.loss(batch, staging, training));
    Tensor loss = share == 1 ? mean : mean.mul(new Scalar(share));
    loss.backward();
    return loss;
  }

  @Override
  public double loss(Batch batch) {
    Threads.use(threads);
    return withoutGradients(() -> evaluated.loss(batch, staging, Pass.evaluation()).item_double());
  }

  @Override
  public Capability trained() {
    return evaluated.trained(threads, asked);
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
