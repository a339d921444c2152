/**
 * Kinds of data. A kind is one package below this one, found through ServiceLoader, that says how
 * its rows are stored, counted, scaled and put together again; nothing else knows which kinds there
 * are.
 */
package io.ergodic.datasets.kind;
