/**
 * Forecasters that are no stem, stages and head: each is a kind of network of one family, which
 * shares scale, loss and training among them. What can be put together from blocks is a recipe of
 * the backbone; blocks of use to others live among the blocks.
 */
package io.ergodic.models.forecaster;
