/**
 * Loops over primitive arrays, written with the Vector API: recurrent cells with their adjoints and
 * the updates of the optimisers. Compiled before everything else and dependent on nothing but the
 * JDK. Every kernel gives the same bits whatever the vector width: lanes never mix but in index
 * order.
 */
package io.ergodic.models.kernel;
