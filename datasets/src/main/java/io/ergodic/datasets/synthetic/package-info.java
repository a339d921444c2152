/**
 * Time series made from stochastic processes whose best forecast is known, so that a forecasting
 * benchmark needs no download and has an exact floor.
 */
package io.ergodic.datasets.synthetic;
