package io.ergodic.jobs.mllib;

import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.scale.Scaler;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.attribute.NominalAttribute;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Turns images in memory into the rows that MLlib trains on. */
public final class ImageRows {
  static final String LABEL = "label";
  static final String FEATURES = "features";

  /** Fixed, so that nothing that depends on partitions depends on the size of the cluster. */
  static final int PARTITIONS = 2;

  private ImageRows() {}

  /**
   * One row an image, in order, in {@value #PARTITIONS} partitions: label and standardised pixels,
   * channels first, exactly as a {@link io.ergodic.datasets.batch.Batch} has them.
   */
  public static Dataset<Row> of(SparkSession session, ImageDataset data, Split split) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    // Broadcast, not parallelised: the pixels of a partition can exceed the limit of a message.
    Broadcast<Source> source =
        spark.broadcast(Source.of(data.images(split), data.manifest().scaler()));
    List<Integer> partitions = IntStream.range(0, PARTITIONS).boxed().toList();
    JavaRDD<Row> rows =
        spark
            .parallelize(partitions, PARTITIONS)
            .flatMap(partition -> source.value().rows(partition));
    return session.createDataFrame(rows, schema(data.classes()));
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

  /** What executors are sent: the stored bytes, an eighth of the vectors made of them. */
  private record Source(
      int height,
      int width,
      int channels,
      byte[] pixels,
      int[] labels,
      double[] mean,
      double[] deviation)
      implements Serializable {

    static Source of(Images images, Scaler scaler) {
      return new Source(
          images.height(),
          images.width(),
          images.channels(),
          images.pixels(),
          images.labels(),
          scaler.mean(),
          scaler.deviation());
    }

    Iterator<Row> rows(int partition) {
      Images images = new Images(height, width, channels, pixels, labels);
      LabelledImages standardised = new LabelledImages(images, new Scaler(mean, deviation));
      float[] values = new float[images.size()];
      int from = (int) ((long) images.count() * partition / PARTITIONS);
      int to = (int) ((long) images.count() * (partition + 1) / PARTITIONS);
      return IntStream.range(from, to)
          .mapToObj(
              image -> {
                standardised.copy(image, values, 0);
                double[] features = new double[values.length];
                for (int i = 0; i < features.length; i++) {
                  features[i] = values[i];
                }
                return RowFactory.create((double) labels[image], Vectors.dense(features));
              })
          .iterator();
    }
  }
}
