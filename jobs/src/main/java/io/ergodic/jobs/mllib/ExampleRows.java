package io.ergodic.jobs.mllib;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.ManifestJson;
import io.ergodic.datasets.task.Classification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Turns labelled examples of any kind of data into the rows that MLlib trains on. */
public final class ExampleRows {
  static final String LABEL = "label";
  static final String FEATURES = "features";

  private static final int FEWEST = 2;
  private static final int EXAMPLES_A_PARTITION = 4096;

  private ExampleRows() {}

  /**
   * Partitions of so many examples: of their number alone, so that nothing that depends on
   * partitions depends on the size of the cluster.
   */
  static int partitions(long examples) {
    long needed = (examples + EXAMPLES_A_PARTITION - 1) / EXAMPLES_A_PARTITION;
    return Math.toIntExact(Math.max(FEWEST, needed));
  }

  /**
   * One row an example, in order, in {@link #partitions} partitions: label and input, flat, exactly
   * as a {@link Batch} has them.
   */
  public static org.apache.spark.sql.Dataset<Row> of(
      SparkSession session, Dataset data, Split split) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    // Broadcast, not parallelised: the examples of a partition can exceed the limit of a message.
    Broadcast<Source> source = spark.broadcast(Source.of(data, split));
    int parts = partitions(new Classification().examples(data, split).orElseThrow().count());
    List<Integer> partitions = IntStream.range(0, parts).boxed().toList();
    JavaRDD<Row> rows =
        spark
            .parallelize(partitions, parts)
            .flatMap(partition -> source.value().rows(partition, parts));
    return session.createDataFrame(rows, schema(data.manifest().schema().classes().size()));
  }

  private static StructType schema(int classes) {
    Metadata nominal =
        NominalAttribute.defaultAttr().withName(LABEL).withNumValues(classes).toMetadata();
    return new StructType(
        new StructField[] {
          new StructField(LABEL, DataTypes.DoubleType, false, nominal),
          new StructField(FEATURES, SQLDataTypes.VectorType(), false, Metadata.empty())
        });
  }

  /** What executors are sent: a split as its kind spills it, far less than the vectors of it. */
  private record Source(String manifest, Split split, byte[] content) implements Serializable {
    static Source of(Dataset data, Split split) {
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      try (DataOutputStream out = new DataOutputStream(content)) {
        DataKind.of(data.manifest().schema()).spill(data, split, out);
      } catch (IOException impossible) {
        throw new UncheckedIOException(impossible);
      }
      return new Source(ManifestJson.write(data.manifest()), split, content.toByteArray());
    }

    Iterator<Row> rows(int partition, int parts) throws IOException {
      Manifest read = ManifestJson.read(manifest, "the manifest that was sent");
      Dataset data;
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
        data = DataKind.of(read.schema()).restore(read, split, in);
      }
      Examples examples = new Classification().examples(data, split).orElseThrow();
      Batch one = examples.allocate(1);
      int size = one.field(Batch.INPUT).size();
      long from = examples.count() * partition / parts;
      long to = examples.count() * (partition + 1) / parts;
      return IntStream.range((int) from, (int) to)
          .mapToObj(
              example -> {
                examples.fill(one, 0, example);
                double[] features = new double[size];
                for (int i = 0; i < size; i++) {
                  features[i] = one.floats(Batch.INPUT)[i];
                }
                return RowFactory.create(
                    (double) one.ints(Batch.TARGET)[0], Vectors.dense(features));
              })
          .iterator();
    }
  }
}
