"""Ergodic's recipes as estimators of pyspark.ml.

    pyspark --jars ergodic-VERSION-job.jar --py-files ergodic_ml.py \
        --properties-file conf/spark-defaults.conf

    from ergodic_ml import ErgodicForecaster
    model = ErgodicForecaster(recipe="dlinear", lookback=48, horizon=12).fit(frame)
    model.transform(frame).select("prediction")

A thin layer: parameters are those of the Java classes of the same names (package
io.ergodic.jobs.ml), where they are documented; all work is done there.
"""

import sys

from pyspark.ml.evaluation import JavaEvaluator
from pyspark.ml.param import Param, Params, TypeConverters
from pyspark.ml.util import JavaMLReadable, JavaMLReader, JavaMLWritable
from pyspark.ml.wrapper import JavaEstimator, JavaModel

_PACKAGE = "io.ergodic.jobs.ml"

__all__ = [
    "ErgodicClassifier",
    "ErgodicClassifierModel",
    "ErgodicDynamics",
    "ErgodicDynamicsModel",
    "ErgodicForecaster",
    "ErgodicForecasterModel",
    "ForecastEvaluator",
]

# Spark loads the Python class of a stage of a saved pipeline by the name of its Java class.
sys.modules[_PACKAGE] = sys.modules[__name__]


def _param(name, doc, converter):
    return Param(Params._dummy(), name, doc, typeConverter=converter)


class _Reader(JavaMLReader):
    """Loads by the Java class of the same name: pyspark takes the module's for its package."""

    @classmethod
    def _java_loader_class(cls, clazz):
        return f"{_PACKAGE}.{clazz.__name__}"


class _Saved(JavaMLReadable, JavaMLWritable):
    @classmethod
    def read(cls):
        return _Reader(cls)


class _Settable:
    """Parameters by keyword: ErgodicForecaster(recipe="ridge"), or setParams(recipe="ridge")."""

    def _given(self, values):
        for name in values:
            if not self.hasParam(name):
                raise TypeError(f"no parameter {name}; there are {[p.name for p in self.params]}")
        return self._set(**{name: value for name, value in values.items() if value is not None})

    def setParams(self, **values):
        return self._given(values)


class _Predicts(_Settable):
    predictionCol = _param("predictionCol", "column the model adds", TypeConverters.toString)


class _Recipe(_Predicts):
    recipe = _param("recipe", "recipe of conf/systems, or family", TypeConverters.toString)
    settings = _param("settings", "laid over those of the recipe, HOCON", TypeConverters.toString)
    seed = _param("seed", "of all random draws", TypeConverters.toInt)
    validationFraction = _param("validationFraction", "held out", TypeConverters.toFloat)


class _Series(Params):
    inputCol = _param("inputCol", "column of whole series", TypeConverters.toString)
    valueCols = _param("valueCols", "columns of rows of series", TypeConverters.toListString)
    timeCol = _param("timeCol", "column that rows are ordered by", TypeConverters.toString)
    idCol = _param("idCol", "column that tells series apart", TypeConverters.toString)


class _Labelled(Params):
    featuresCol = _param("featuresCol", "column of examples", TypeConverters.toString)
    labelCol = _param("labelCol", "column of class numbers", TypeConverters.toString)
    probabilityCol = _param("probabilityCol", "column the model adds", TypeConverters.toString)


class _Estimator(_Recipe, JavaEstimator, _Saved):
    def __init__(self, **values):
        super().__init__()
        self._java_obj = self._new_java_obj(f"{_PACKAGE}.{type(self).__name__}", self.uid)
        self._transfer_params_from_java()
        self._given(values)

    def _create_model(self, java_model):
        return globals()[type(self).__name__ + "Model"](java_model)


class _Model(_Predicts, JavaModel, _Saved):
    @property
    def resolvedSettings(self):
        """Settings of the family in force, as JSON."""
        return self._java_obj.resolvedSettings()


class ErgodicForecaster(_Estimator, _Series):
    """Forecasts horizon rows from lookback rows."""

    lookback = _param("lookback", "rows a forecast reads", TypeConverters.toInt)
    horizon = _param("horizon", "rows it gives", TypeConverters.toInt)


class ErgodicForecasterModel(_Model, _Series):
    """A forecaster that was fitted."""


class ErgodicDynamics(_Estimator, _Series):
    """Reconstructs the dynamics behind series."""

    steps = _param("steps", "rows of a free run", TypeConverters.toInt)


class ErgodicDynamicsModel(_Model, _Series):
    """Dynamics that were fitted."""

    steps = _param("steps", "rows of a free run", TypeConverters.toInt)


class ErgodicClassifier(_Estimator, _Labelled):
    """Tells classes apart."""

    shape = _param("shape", "axes of an example", TypeConverters.toListInt)


class ErgodicClassifierModel(_Model, _Labelled):
    """A classifier that was fitted."""

    @property
    def numClasses(self):
        return self._java_obj.numClasses()


class ForecastEvaluator(_Settable, JavaEvaluator, _Saved):
    """Mean squared or absolute error of forecasts."""

    predictionCol = _param("predictionCol", "column of forecasts", TypeConverters.toString)
    labelCol = _param("labelCol", "column of what did follow", TypeConverters.toString)
    metricName = _param("metricName", "mse or mae", TypeConverters.toString)

    def __init__(self, **values):
        super().__init__()
        self._java_obj = self._new_java_obj(f"{_PACKAGE}.ForecastEvaluator", self.uid)
        self._transfer_params_from_java()
        self._given(values)

    def isLargerBetter(self):
        return False
