"""Pipelines and cross-validation of ergodic_ml on DataFrames; run by run.sh."""

import math
import tempfile

from pyspark.ml import Pipeline, PipelineModel
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.feature import StringIndexer, VectorAssembler
from pyspark.ml.tuning import CrossValidator, CrossValidatorModel, ParamGridBuilder
from pyspark.sql import SparkSession

from ergodic_ml import (
    ErgodicClassifier,
    ErgodicDynamics,
    ErgodicForecaster,
    ErgodicForecasterModel,
    ForecastEvaluator,
)

# Enough series for every fold to have some.
SERIES, ROWS, HORIZON = 24, 160, 4


def value(series, row):
    return [5 + math.sin(0.3 * row + series), 10 * math.cos(0.3 * row + series)]


def frame(spark):
    rows = [
        (s, [value(s, t) for t in range(ROWS)], [value(s, ROWS + t) for t in range(HORIZON)])
        for s in range(SERIES)
    ]
    return spark.createDataFrame(rows, "id int, series array<array<double>>, label array<array<double>>")


def predictions(answers):
    return [(row.id, row.prediction) for row in answers.orderBy("id").collect()]


def test_cross_validation(spark, folder):
    data = frame(spark)
    forecaster = ErgodicForecaster(lookback=24, horizon=HORIZON)
    grid = ParamGridBuilder().addGrid(forecaster.recipe, ["persistence", "ridge"]).build()
    validator = CrossValidator(
        estimator=Pipeline(stages=[forecaster]),
        estimatorParamMaps=grid,
        evaluator=ForecastEvaluator(metricName="mae"),
        numFolds=3,
        seed=1,
    )
    chosen = validator.fit(data)
    print("mean absolute error by recipe: persistence, ridge:", chosen.avgMetrics)
    assert chosen.avgMetrics[1] < 0.1 * chosen.avgMetrics[0]
    chosen.save(folder + "/chosen")
    loaded = CrossValidatorModel.load(folder + "/chosen")
    model = loaded.bestModel.stages[0]
    assert isinstance(model, ErgodicForecasterModel), type(model)
    assert "penalties" in model.resolvedSettings
    assert predictions(loaded.transform(data)) == predictions(chosen.transform(data))
    again = PipelineModel.load(folder + "/chosen/bestModel")
    assert predictions(again.transform(data)) == predictions(chosen.transform(data))


def test_rows_in_time(spark, folder):
    rows = [(s, t, *value(s, t)) for t in reversed(range(ROWS)) for s in range(SERIES)]
    data = spark.createDataFrame(rows, "id int, t long, a double, b double")
    common = dict(recipe="dlinear", settings="epochs = 2, kernel = 5", lookback=24, horizon=HORIZON)
    by_rows = ErgodicForecaster(valueCols=["a", "b"], timeCol="t", idCol="id", **common)
    whole = ErgodicForecaster(**common)
    last = by_rows.fit(data).transform(data).filter(f"t = {ROWS - 1}")
    assert predictions(last) == predictions(whole.fit(frame(spark)).transform(frame(spark)))
    changed = whole.copy({whole.seed: 2})
    assert changed.getOrDefault(changed.seed) == 2
    assert changed.uid == whole.uid
    other = changed.fit(frame(spark)).transform(frame(spark))
    assert predictions(other) != predictions(last)


def test_dynamics(spark, folder):
    data = frame(spark)
    settings = "delays = 2, monomials = odd, ridge = 1e-6"
    model = ErgodicDynamics(recipe="nvar", settings=settings, steps=30).fit(data)
    run = model.transform(data).filter("id = 2").first().prediction
    assert len(run) == 30 and len(run[0]) == 2
    assert abs(run[0][1] - value(2, ROWS)[1]) < 0.5
    assert len(model.copy({model.steps: 3}).transform(data).first().prediction) == 3
    model.write().overwrite().save(folder + "/dynamics")
    loaded = type(model).load(folder + "/dynamics")
    assert predictions(loaded.transform(data)) == predictions(model.transform(data))


def test_classifier(spark, folder):
    rows = []
    for i in range(120):
        name = ["slow", "fast"][i % 2]
        rows.append((i, name, *[math.sin([0.4, 1.2][i % 2] * k + i) for k in range(10)]))
    columns = [f"x{k}" for k in range(10)]
    data = spark.createDataFrame(rows, ["id", "name"] + columns)
    pipeline = Pipeline(
        stages=[
            StringIndexer(inputCol="name", outputCol="label"),
            VectorAssembler(inputCols=columns, outputCol="features"),
            ErgodicClassifier(
                recipe="gru-classifier",
                settings="epochs = 20, batch = 16, optimiser.learningRate = 0.01",
                shape=[10, 1],
            ),
        ]
    )
    model = pipeline.fit(data)
    accuracy = MulticlassClassificationEvaluator(metricName="accuracy").evaluate(
        model.transform(data)
    )
    print("accuracy:", accuracy)
    assert accuracy > 0.9
    assert model.stages[2].numClasses == 2
    model.save(folder + "/classifier")
    loaded = PipelineModel.load(folder + "/classifier")
    assert predictions(loaded.transform(data)) == predictions(model.transform(data))


def test_refusals(spark, folder):
    try:
        ErgodicForecaster(lookbak=3)
        raise AssertionError("an unknown parameter was taken")
    except TypeError as refused:
        assert "no parameter lookbak" in str(refused)
    try:
        ErgodicForecaster(inputCol="serie").fit(frame(spark))
        raise AssertionError("a missing column was taken")
    except Exception as refused:  # Py4J's or pyspark's, as its version has it
        assert "no column serie" in str(refused), refused


if __name__ == "__main__":
    session = SparkSession.builder.appName("ergodic_ml").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    for test in [
        test_cross_validation,
        test_rows_in_time,
        test_dynamics,
        test_classifier,
        test_refusals,
    ]:
        with tempfile.TemporaryDirectory() as place:
            test(session, place)
        print(test.__name__, "passed")
    session.stop()
