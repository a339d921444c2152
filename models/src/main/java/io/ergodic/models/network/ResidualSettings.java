package io.ergodic.models.network;

import io.ergodic.datasets.registry.Setting;
import java.util.Optional;

/** How a mixer f is added to what it reads. */
record ResidualSettings(
    @Setting(
            value = "x + f(norm(x)), norm(x + f(x)), or f(norm(x)) alone",
            fallback = "pre",
            choices = {"pre", "post", "none"})
        String form,
    @Setting(
            value = "first value of a trained scale of f for each feature; 0 for no scale",
            fallback = "0",
            min = 0)
        double layerScale,
    @Setting(
            value = "probability of dropping f for an example, in the last layer; rises from 0",
            fallback = "0",
            min = 0,
            max = 0.99)
        double dropPath,
    @Setting(
            value = "probability of dropping a value of f, before it is added",
            min = 0,
            max = 0.99)
        Optional<Double> dropout) {}
