/**
 * Recurrent cells with a memory (Elman, LSTM, GRU, LEM, recurrent highway) as maps that reconstruct
 * a dynamical system: their settings, initial weights and the map in double precision once trained.
 * Training is that of {@link io.ergodic.models.plrnn}, the fused cells are in {@link
 * io.ergodic.models.kernel}; recurrent classifiers and forecasters are blocks of the backbone.
 */
package io.ergodic.models.cell;
