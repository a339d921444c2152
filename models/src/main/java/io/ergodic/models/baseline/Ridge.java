package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.capability.Operator;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.regression.RegressionSolver;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The linear model in closed form: for series NLinear's map (less the last value, shared by all
 * variables) at its ridge optimum, for functions the matrix from all values to all values. Setting:
 * {@code penalties}, a list to choose from on the validation split (1e-2, 1e-1, ..., 1e6 for
 * series, 1e-10, 1e-9, ..., 1 for functions); a single one needs no validation split.
 */
@AutoService(ModelFamily.class)
public final class Ridge implements ModelFamily {
  private static final int EXAMPLES_A_BATCH = 256;

  @Override
  public String name() {
    return "ridge";
  }

  @Override
  public String title() {
    return "Ridge (closed form)";
  }

  /** 2: the statistics of 2^15 examples are summed by themselves. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Forecaster.class, Operator.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    boolean functions = context.input().layout().equals(Port.FUNCTION);
    RidgeForm form = functions ? operator(context) : forecast(context);
    double[] penalties = penalties(settings, functions ? -10 : -2, functions ? 0 : 6);
    settings.explain("penalties", "to choose from on the validation split");
    settings.rejectUnknown();
    return new SolvedModel(
        training -> solved(training, form, penalties),
        form::model,
        new Cost(
            (long) form.features() * form.outputs(),
            (double) form.features() * form.outputs() * form.rowsAnExample(),
            1,
            0));
  }

  private RidgeForm operator(ModelContext context) {
    return new OperatorForm(context.input(), context.output(Port.FUNCTION, name()));
  }

  private RidgeForm forecast(ModelContext context) {
    Port input = context.input(Port.SERIES, name());
    Port output = context.output(Port.SERIES, name());
    return new ForecastForm(input.axis(0), output.axis(0), input.axis(1));
  }

  /** By default the powers of ten between two exponents. */
  private static double[] penalties(Settings settings, int lowest, int highest) {
    double[] powers =
        IntStream.rangeClosed(lowest, highest)
            .mapToDouble(exponent -> Double.parseDouble("1e" + exponent))
            .toArray();
    double[] penalties = settings.numbers("penalties", powers);
    for (double penalty : penalties) {
      if (!(penalty > 0)) {
        throw settings.error("penalties", "must be positive numbers, not " + penalty);
      }
    }
    if (penalties.length == 0) {
      throw settings.error("penalties", "must not be empty");
    }
    return penalties;
  }

  private static SolvedModel.Fit solved(
      TrainingContext context, RidgeForm form, double[] penalties) {
    Examples train = context.examples(Split.TRAIN);
    Examples validation = penalties.length > 1 ? context.examples(Split.VALIDATION) : train;
    Sequential held = new Sequential(validation, EXAMPLES_A_BATCH);
    return new SolvedModel.Fit(
        () -> new RegressionSolver(form, new RidgeFit(form, penalties, held)),
        new Sequential(train, EXAMPLES_A_BATCH));
  }
}
