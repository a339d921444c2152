package io.ergodic.models.plan;

import io.ergodic.models.family.Engine;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Trains, evaluates and closes many models of one engine, one after the other, and says by how much
 * the process has grown outside its heap. Run as a process of its own, whose heap is touched from
 * the beginning.
 *
 * <p>Arguments: engine, names of recipes with commas between or {@code all} of it, trials before
 * the first measurement, trials after it, and what is planted: {@code none}, {@code unclosed}
 * (models are kept and not closed), or {@code native} (512 kB a trial that nobody frees).
 */
public final class ManyTrials {
  /** Begins the line of the result, in kilobytes. */
  static final String GROWN = "grown outside the heap by kB: ";

  private static final int PLANTED = 512 * 1024;

  private final List<TinyRecipe> recipes;
  private final String planted;
  private final List<Object> kept = new ArrayList<>();

  private ManyTrials(Engine engine, String names, String planted) {
    List<String> chosen = List.of(names.split(","));
    this.recipes =
        TinyRecipe.all().stream()
            .filter(recipe -> recipe.stepped() && recipe.on(engine))
            .filter(recipe -> names.equals("all") || chosen.contains(recipe.name()))
            .toList();
    this.planted = planted;
  }

  public static void main(String[] arguments) {
    Engine engine = Engine.valueOf(arguments[0]);
    NativeLibraries.load(engine);
    ManyTrials trials = new ManyTrials(engine, arguments[1], arguments[4]);
    int before = Integer.parseInt(arguments[2]);
    int counted = Integer.parseInt(arguments[3]);
    trials.run(0, before);
    long first = settled();
    trials.run(before, before + counted);
    System.out.println(GROWN + (settled() - first));
  }

  private void run(int from, int to) {
    for (int trial = from; trial < to; trial++) {
      TinyRecipe recipe = recipes.get(trial % recipes.size());
      Trainable.Stepped stepped = recipe.learner("epochs = 1");
      Trained trained = new LocalTrainer(trial, Deadline.none()).train(stepped);
      LearnerContract.answer(trained.model(), stepped.stage().batches().batch(0));
      switch (planted) {
        case "unclosed" -> kept.add(trained);
        case "native" -> {
          kept.add(new BytePointer(Pointer.malloc(PLANTED)).capacity(PLANTED).fill(1));
          trained.close();
        }
        default -> trained.close();
      }
      if (trial % 100 == 99) {
        System.out.println(trial + 1 + " trials: " + ResidentMemory.outsideTheHeap() + " kB");
      }
    }
  }

  /** What only waits for the garbage collector is no leak. */
  private static long settled() {
    for (int k = 0; k < 3; k++) {
      System.gc();
      try {
        Thread.sleep(200);
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    return ResidentMemory.outsideTheHeap();
  }
}
