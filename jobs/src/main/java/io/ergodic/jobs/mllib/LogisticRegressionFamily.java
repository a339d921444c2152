package io.ergodic.jobs.mllib;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.training.EpochLoss;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Multinomial logistic regression by L-BFGS (OWL-QN with an L1 part), one weight a pixel and class.
 *
 * <p>Settings, with MLlib's defaults: {@code maxIterations} (100), {@code tolerance} (1e-6), {@code
 * regularisation} (0; lambda of the mean log-loss plus lambda times the penalty), {@code
 * elasticNet} (0; share of the L1 norm in the penalty).
 */
@AutoService(DistributedFamily.class)
public final class LogisticRegressionFamily implements DistributedFamily {
  @Override
  public String name() {
    return "logistic-regression";
  }

  @Override
  public String title() {
    return "Logistic regression";
  }

  @Override
  public DistributedTraining create(Settings settings) {
    LogisticRegression estimator =
        new LogisticRegression()
            .setLabelCol(ExampleRows.LABEL)
            .setFeaturesCol(ExampleRows.FEATURES)
            .setMaxIter(settings.integer("maxIterations", 100, 1, 1_000_000))
            .setTol(settings.number("tolerance", 1e-6, 0, 1))
            .setRegParam(settings.number("regularisation", 0, 0, 1e12))
            .setElasticNetParam(settings.number("elasticNet", 0, 0, 1));
    settings.explain(
        "maxIterations", "iterations at most",
        "tolerance", "of the convergence",
        "regularisation", "strength of the penalty",
        "elasticNet", "part of L1 in the penalty, the rest is L2");
    settings.rejectUnknown();
    return (training, seed) -> fit(estimator, training);
  }

  private static Fitted fit(LogisticRegression estimator, Dataset<Row> training) {
    // MLlib merges the moments of the features in the order in which tasks finish, and their
    // update (mean += delta * share) is not commutative in its last bits: one task leaves one
    // order.
    LogisticRegressionModel model = estimator.fit(training.coalesce(1));
    int weights = model.coefficientMatrix().numRows() * model.coefficientMatrix().numCols();
    return new Fitted(
        new ProbabilityModel(model), weights + model.interceptVector().size(), curve(model));
  }

  private static List<EpochLoss> curve(LogisticRegressionModel model) {
    double[] objective = model.summary().objectiveHistory();
    return IntStream.range(0, objective.length)
        .mapToObj(i -> new EpochLoss(i, objective[i], Double.NaN))
        .toList();
  }
}
