/**
 * Networks put together from kinds of blocks by settings: a stem, named layers, a head. Where one
 * layer ends and the next begins is visible, for training rules that are local to layers.
 */
package io.ergodic.models.network;
