package io.ergodic.models.forecaster;

import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Trainable;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A model some of whose buffers are computed from the data before its training begins. They are
 * stored with its weights, so that restoring needs no data.
 *
 * @param model whose buffers they are
 * @param fitted values of buffers by their names
 */
record FittedModel(Model model, Function<TrainingContext, Map<String, float[]>> fitted)
    implements Model {
  private static final String AVERAGED = "ema.";

  @Override
  public Trainable prepare(TrainingContext context) {
    Trainable trainable = model.prepare(context);
    Map<String, float[]> values = fitted.apply(context);
    if (!values.isEmpty() && trainable instanceof Trainable.Stepped stepped) {
      write(stepped.learner(), values);
    }
    return trainable;
  }

  private static void write(Learner learner, Map<String, float[]> values) {
    float[] all = new float[learner.parameterCount()];
    learner.readParameters(all);
    int from = 0;
    for (Segment segment : learner.segments()) {
      String name = segment.name();
      float[] own =
          values.get(name.startsWith(AVERAGED) ? name.substring(AVERAGED.length()) : name);
      if (own != null) {
        System.arraycopy(own, 0, all, from, segment.length());
      }
      from += segment.length();
    }
    learner.writeParameters(all);
  }

  @Override
  public void check(TrainingContext context) {
    model.check(context);
  }

  @Override
  public Restored restore(Weights weights, Resources resources) {
    return model.restore(weights, resources);
  }

  @Override
  public Cost cost() {
    return model.cost();
  }

  @Override
  public Set<Class<?>> parts() {
    return model.parts();
  }
}
