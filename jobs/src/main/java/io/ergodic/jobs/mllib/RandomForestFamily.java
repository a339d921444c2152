package io.ergodic.jobs.mllib;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;

/**
 * A random forest (Breiman, Machine Learning 45, 2001) of trees on binned pixels, split by Gini
 * impurity. All its statistics are counts, which add up exactly in any order.
 *
 * <p>Settings, with MLlib's defaults: {@code trees} (20), {@code maxDepth} (5), {@code maxBins}
 * (32), {@code minimumInstances} (1; images in a leaf), {@code features} (auto; pixels looked at in
 * each split: auto, all, sqrt, log2 or onethird), {@code subsampling} (1; share of the images drawn
 * with replacement for each tree).
 */
@AutoService(DistributedFamily.class)
public final class RandomForestFamily implements DistributedFamily {
  private static final int DEEPEST = 30;

  @Override
  public String name() {
    return "random-forest";
  }

  @Override
  public String title() {
    return "Random forest";
  }

  /** 2: more than 8192 examples lie in more than two partitions. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public DistributedTraining create(Settings settings) {
    RandomForestClassifier estimator =
        new RandomForestClassifier()
            .setLabelCol(ExampleRows.LABEL)
            .setFeaturesCol(ExampleRows.FEATURES)
            .setNumTrees(settings.integer("trees", 20, 1, 100_000))
            .setMaxDepth(settings.integer("maxDepth", 5, 0, DEEPEST))
            .setMaxBins(settings.integer("maxBins", 32, 2, 65_536))
            .setMinInstancesPerNode(settings.integer("minimumInstances", 1, 1, Integer.MAX_VALUE))
            .setFeatureSubsetStrategy(
                settings.choice(
                    "features", "auto", List.of("auto", "all", "sqrt", "log2", "onethird")))
            .setSubsamplingRate(settings.number("subsampling", 1, 1e-6, 1));
    settings.explain(
        "trees", "trees of the forest",
        "maxDepth", "depth of a tree at most",
        "maxBins", "bins a feature is cut into",
        "minimumInstances", "examples a leaf has at least",
        "features", "features tried at each split",
        "subsampling", "fraction of the examples a tree is grown on");
    settings.rejectUnknown();
    return (training, seed) -> {
      RandomForestClassificationModel model = estimator.setSeed(seed).fit(training);
      return new Fitted(new ProbabilityModel(model), parameters(model), List.of());
    };
  }

  /** A variable and a threshold for each split, the free class shares for each leaf. */
  private static int parameters(RandomForestClassificationModel model) {
    int parameters = 0;
    for (DecisionTreeClassificationModel tree : model.trees()) {
      int leaves = (tree.numNodes() + 1) / 2;
      parameters += 2 * (leaves - 1) + leaves * (model.numClasses() - 1);
    }
    return parameters;
  }
}
