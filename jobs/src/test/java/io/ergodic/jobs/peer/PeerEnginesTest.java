package io.ergodic.jobs.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.AveragingEngine;
import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.RoundRecord;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.content.Contents;
import io.ergodic.models.deeplearning4j.NetworkLearner;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.lossfunctions.LossFunctions;

class PeerEnginesTest {
  private static final long SEED = 5;
  private static final String DATA =
      "data { source = seasonal, channels = 1, length = 400, context = 20, seed = 2 }";

  @TempDir static Path folder;

  private static SparkSession session;
  private static JavaSparkContext spark;
  private static String data;

  @BeforeAll
  static void start() throws IOException {
    session = LocalSpark.start(2);
    spark = JavaSparkContext.fromSparkContext(session.sparkContext());
    var spec = Suite.datasets(Settings.parse("datasets { " + DATA + " }", "")).get("data");
    data =
        new DatasetJob(spark, new org.apache.hadoop.fs.Path(folder.toUri()))
            .ensure(spec)
            .toString();
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  /** What is left of a training. */
  private record Run(float[] parameters, Trained trained, List<RoundRecord> rounds) {}

  @ParameterizedTest
  @ValueSource(strings = {"dl4j-direct", "dl4j-export", "one-machine", "ergodic"})
  void everyEngineLearnsFromTheSameWorkAndRecordsIt(String engine) throws IOException {
    Run run = run(engine, source("adam", 3), "workers = 2, localSteps = 5");
    int examples = examples();
    assertThat(run.trained.parameters()).isEqualTo(738);
    assertThat(run.trained.curve()).hasSize(3);
    assertThat(run.trained.curve().get(2).validation())
        .isLessThan(0.9 * run.trained.curve().get(0).validation());
    assertThat(run.rounds).extracting(RoundRecord::round).startsWith(1, 2, 3);
    assertThat(run.rounds.stream().mapToLong(RoundRecord::examples).sum()).isEqualTo(3L * examples);
    assertThat(run.rounds.get(run.rounds.size() - 1).step()).isEqualTo(run.rounds.get(0).steps());
    assertThat(run.rounds)
        .allSatisfy(
            r ->
                assertThat(List.of(r.broadcastMs(), r.computeMs(), r.reduceMs(), r.idleMs()))
                    .allMatch(ms -> ms >= 0));
    assertThat(run.rounds)
        .allSatisfy(r -> assertThat(r.examplesPerSecond()).isFinite().isPositive());
    assertThat(run.rounds).anySatisfy(r -> assertThat(r.validation()).isNotNull());
  }

  /** From a file of JSON, as Deeplearning4j writes it. */
  @Test
  void aNetworkBroughtAlongIsTrainedByDl4jSpark() throws IOException {
    String json =
        new NeuralNetConfiguration.Builder()
            .list()
            .layer(new DenseLayer.Builder().nOut(8).activation(Activation.TANH).build())
            .layer(
                new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
                    .nOut(2)
                    .activation(Activation.IDENTITY)
                    .build())
            .setInputType(InputType.recurrent(20, 1))
            .build()
            .toJson();
    String file = Contents.put(json.getBytes(StandardCharsets.UTF_8));
    String settings =
        "file = \""
            + file
            + "\", segment = 20, batch = 13, epochs = 3, optimiser.learningRate = 0.01";
    FamilySource source =
        new FamilySource(
            "dl4j-network",
            Settings.parse(settings, "net").json(),
            "net",
            "forecasting",
            "{\"lookback\":20,\"horizon\":2}",
            data,
            "hash",
            "",
            SEED,
            1);
    Run run = run("dl4j-direct", source, "workers = 2, localSteps = 5");
    assertThat(run.trained.parameters()).isEqualTo(20 * 8 + 8 + 8 * 2 + 2);
    assertThat(run.trained.curve().get(2).validation())
        .isLessThan(0.9 * run.trained.curve().get(0).validation());
  }

  /** With all batches in one round there is nothing for dl4j-spark to shuffle. */
  @ParameterizedTest
  @ValueSource(strings = {"dl4j-direct", "dl4j-export"})
  void oneWorkerOfDl4jSparkIsDl4jsPlainLoop(String engine) throws IOException {
    FamilySource source = source("sgd, momentum = 0", 1);
    int perEpoch = perEpoch(source);
    Run run = run(engine, source, "workers = 1, localSteps = " + perEpoch);
    assertThat(run.rounds).hasSize(1);
    Trainable.Stepped plain = source.create(new Configuration());
    NetworkLearner learner = (NetworkLearner) plain.learner();
    var network = NativeNetwork.of(learner, "test", rates(learner, perEpoch));
    for (int step = 0; step < perEpoch; step++) {
      network.fit(learner.examples(plain.stage().batches().batch(step)));
    }
    assertThat(run.parameters).isEqualTo(network.params().dup().data().asFloat());
  }

  /** The same rule in another order of operations: equal within rounding. */
  @ParameterizedTest
  @ValueSource(strings = {"sgd, momentum = 0", "adam"})
  void theNativeUpdatersFollowTheRulesOfTheProject(String optimiser) throws IOException {
    FamilySource source = source(optimiser, 1);
    Trainable.Stepped plain = source.create(new Configuration());
    NetworkLearner learner = (NetworkLearner) plain.learner();
    int perEpoch = perEpoch(source);
    var network = NativeNetwork.of(learner, "test", rates(learner, perEpoch));
    float[] before = parameters(learner);
    for (int step = 0; step < perEpoch; step++) {
      Batch batch = plain.stage().batches().batch(step);
      network.fit(learner.examples(batch));
      learner.step(batch, new io.ergodic.models.learner.StepContext(step, 0, 1));
    }
    float[] theirs = network.params().dup().data().asFloat();
    float[] ours = parameters(learner);
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).isCloseTo(theirs[i], Offset.offset(2e-5f));
    }
    assertThat(ours).isNotEqualTo(before);
  }

  @Test
  void oneMachineIsThePlainLoop() throws IOException {
    FamilySource source = source("adam", 3);
    Run run = run("one-machine", source, "workers = 4, localSteps = 2");
    Trainable.Stepped plain = source.create(new Configuration());
    try (Trained trained = new LocalTrainer(SEED, Deadline.none()).train(plain)) {
      assertThat(run.parameters).isEqualTo(parameters(plain.learner()));
      assertThat(run.trained.curve()).isEqualTo(trained.curve());
    }
  }

  /** The first learner is the driver's; what is thrown in the tasks is the machine's or not. */
  @ParameterizedTest
  @ValueSource(strings = {"dl4j-direct", "dl4j-export"})
  void faultsOfTheMachineAreToldFromTheModels(String engine) {
    assertThatThrownBy(
            () -> train(engine, new Failing(source("adam", 1), new OutOfMemoryError("heap"))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dl4j-spark: ")
        .matches(SparkFailure::ofMachine);
    assertThatThrownBy(
            () -> train(engine, new Failing(source("adam", 1), new IllegalStateException("odd"))))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessageContaining("odd")
        .matches(failure -> !SparkFailure.ofMachine(failure));
  }

  private static void train(String engine, TrainableSource source) throws IOException {
    Failing.made.set(0);
    AveragingEngine.Training training =
        new AveragingEngine.Training(
            spark,
            source,
            settings(engine, "workers = 2, localSteps = 5"),
            SEED,
            Deadline.none(),
            Optional.empty(),
            List.of());
    AveragingEngine.registry().get(engine, "test").train(training).close();
  }

  /** Makes one learner, and then throws. */
  private record Failing(TrainableSource inner, Throwable failure) implements TrainableSource {
    private static final AtomicInteger made = new AtomicInteger();

    @Override
    public Trainable.Stepped create(Configuration configuration) throws IOException {
      if (made.getAndIncrement() > 0) {
        if (failure instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) failure;
      }
      return inner.create(configuration);
    }

    @Override
    public WorkerLearner create(Configuration configuration, Assignment assignment)
        throws IOException {
      return inner.create(configuration, assignment);
    }

    @Override
    public String describe() {
      return inner.describe();
    }
  }

  @Test
  void whatAPeerCannotDoIsRefusedByKey() {
    for (String key : List.of("outer.name = nesterov", "schedule.rounds = 2")) {
      assertThatThrownBy(() -> settings("dl4j-direct", "workers = 2, " + key))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("averaging." + key.substring(0, key.indexOf('.')))
          .hasMessageContaining("dl4j-direct");
    }
    assertThatThrownBy(() -> settings("one-machine", "workers = 2, optimiserState = local"))
        .hasMessageContaining("averaging.optimiserState: must be average or reset");
    assertThatThrownBy(() -> settings("dl4j-expert", "workers = 2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.engine: unknown averaging engine 'dl4j-expert'")
        .hasMessageContaining("dl4j-export");
    assertThatThrownBy(() -> run("dl4j-direct", source("radam", 1), "workers = 2"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sgd with momentum = 0, or adam");
  }

  private static FamilySource source(String optimiser, int epochs) {
    return new FamilySource(
        "mlp-dl4j",
        Settings.parse(
                "hidden = 32, batch = 13, epochs = "
                    + epochs
                    + ", optimiser { learningRate = 0.001, name = "
                    + optimiser
                    + " }",
                "mlp")
            .json(),
        "mlp",
        "forecasting",
        "{\"lookback\":20,\"horizon\":2}",
        data,
        "hash",
        "",
        SEED,
        1);
  }

  private static int perEpoch(TrainableSource source) throws IOException {
    Trainable.Stepped stepped = source.create(new Configuration());
    stepped.learner().close();
    return stepped.stage().batches().batchesPerEpoch();
  }

  private static int examples() throws IOException {
    Trainable.Stepped stepped = source("adam", 1).create(new Configuration());
    stepped.learner().close();
    int examples = 0;
    for (int step = 0; step < stepped.stage().batches().batchesPerEpoch(); step++) {
      examples += stepped.stage().batches().batch(step).count();
    }
    return examples;
  }

  private static RateTable rates(NetworkLearner learner, int perEpoch) {
    return RateTable.of(learner.optimiser(), 1, perEpoch, perEpoch);
  }

  private static float[] parameters(io.ergodic.models.learner.Learner learner) {
    float[] parameters = new float[learner.parameterCount()];
    learner.readParameters(parameters);
    return parameters;
  }

  private static AveragingSettings settings(String engine, String settings) {
    return AveragingSettings.read(
        Settings.parse("engine = " + engine + ", " + settings, "averaging"));
  }

  private static Run run(String engine, FamilySource source, String settings) throws IOException {
    List<RoundRecord> rounds = new ArrayList<>();
    List<Trainable.Stepped> made = new ArrayList<>();
    AveragingSettings read = settings(engine, settings);
    AveragingEngine.Training training =
        new AveragingEngine.Training(
            spark,
            new Remembering(source, made),
            read,
            SEED,
            Deadline.none(),
            Optional.empty(),
            List.of(rounds::add));
    try (Trained trained = AveragingEngine.registry().get(engine, "test").train(training)) {
      return new Run(parameters(made.get(0).learner()), trained, rounds);
    }
  }

  /** Keeps the trainables made in this process: the first is the driver's. */
  private static final class Remembering implements TrainableSource {
    private static final long serialVersionUID = 1L;

    private final FamilySource inner;
    private final transient List<Trainable.Stepped> made;

    Remembering(FamilySource inner, List<Trainable.Stepped> made) {
      this.inner = inner;
      this.made = made;
    }

    @Override
    public Trainable.Stepped create(Configuration configuration) throws IOException {
      Trainable.Stepped stepped = inner.create(configuration);
      if (made != null) {
        made.add(stepped);
      }
      return stepped;
    }

    @Override
    public String describe() {
      return inner.describe();
    }
  }
}
