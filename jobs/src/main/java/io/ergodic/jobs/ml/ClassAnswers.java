package io.ergodic.jobs.ml;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.task.Classification;
import io.ergodic.jobs.trial.ModelFacts;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Restored;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Answers the rows of a partition by a classifier restored once, some at a time.
 *
 * @param features place of their column
 */
record ClassAnswers(FittedFile file, int features) implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int AT_ONCE = 256;

  Iterator<Row> answers(Iterator<Row> rows) {
    StoredModel stored = file.stored();
    Restored restored = stored.restore(Resources.ONE_CORE);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> restored.close());
    return new Iterator<>() {
      private Iterator<Row> made = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        return made.hasNext() || rows.hasNext();
      }

      @Override
      public Row next() {
        if (!made.hasNext()) {
          List<Row> some = new ArrayList<>();
          while (rows.hasNext() && some.size() < AT_ONCE) {
            some.add(rows.next());
          }
          made = answer(some, (Classifier) restored.model(), stored.facts()).iterator();
        }
        return made.next();
      }
    };
  }

  private List<Row> answer(List<Row> rows, Classifier classifier, ModelFacts facts) {
    int classes = classifier.classes();
    float[] inputs = inputs(rows, facts);
    float[] probabilities = new float[rows.size() * classes];
    classifier.classify(inputs, rows.size(), probabilities);
    List<Row> answers = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      Object[] cells = new Object[row.length() + 2];
      for (int k = 0; k < row.length(); k++) {
        cells[k] = row.get(k);
      }
      double[] shares = new double[classes];
      int best = 0;
      for (int c = 0; c < classes; c++) {
        shares[c] = probabilities[i * classes + c];
        best = shares[c] > shares[best] ? c : best;
      }
      cells[row.length()] = (double) best;
      cells[row.length() + 1] = Vectors.dense(shares);
      answers.add(RowFactory.create(cells));
    }
    return answers;
  }

  /** As the task makes examples of data, scaled as in training. */
  private float[] inputs(List<Row> rows, ModelFacts facts) {
    LabelledFrame.Form form = FeatureValues.form(facts.schema());
    ArrayList<LabelledFrame.Example> examples = new ArrayList<>();
    for (Row row : rows) {
      float[] values = FeatureValues.of(row.get(features));
      FeatureValues.check(form, values);
      examples.add(new LabelledFrame.Example(0, values));
    }
    Dataset dataset = LabelledFrame.asked(form, examples, facts.schema(), facts.scaler());
    Examples all = new Classification().examples(dataset, Split.TRAIN).orElseThrow();
    Batch batch = all.allocate(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      all.fill(batch, i, i);
    }
    return batch.floats(Batch.INPUT);
  }
}
