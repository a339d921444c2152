package io.ergodic.jobs.spark;

import java.util.function.Supplier;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark session that starts when the first job needs it: a run that finds everything done is over
 * before Spark would have been there.
 */
public final class LateSession implements AutoCloseable {
  private final SparkConf conf;
  private final Configuration configuration;
  private final Supplier<SparkSession> start;
  private SparkSession session;

  private LateSession(SparkConf conf, Configuration configuration, Supplier<SparkSession> start) {
    this.conf = conf;
    this.configuration = configuration;
    this.start = start;
  }

  /** As {@link Sessions#start} would start it. */
  public static LateSession of(String name) {
    SparkConf conf = Sessions.conf();
    LateSession late =
        new LateSession(
            conf, SparkHadoopUtil.get().newConfiguration(conf), () -> Sessions.start(name));
    if (conf.get("spark.submit.deployMode", "client").equals("cluster")) {
      // YARN counts a driver without a session as a failed one.
      late.session();
    }
    return late;
  }

  /** One that has been started; who did closes it. */
  public static LateSession of(SparkSession session) {
    return new LateSession(
        session.sparkContext().conf(), session.sparkContext().hadoopConfiguration(), () -> session);
  }

  /** Its settings, whether it has started or not. */
  public SparkConf conf() {
    return conf;
  }

  /** Hadoop's settings, whether it has started or not. */
  public Configuration configuration() {
    return configuration;
  }

  /** The session, started now if it was not. */
  public SparkSession session() {
    if (session == null) {
      session = start.get();
    }
    return session;
  }

  /** Its context, started now if it was not. */
  public JavaSparkContext spark() {
    return JavaSparkContext.fromSparkContext(session().sparkContext());
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
    }
  }
}
