/**
 * Lifts equations from one state to many: reads the bytecode of a right-hand side written for one
 * state, records its arithmetic, and generates the same arithmetic on vectors of states. What has
 * no single course of operations for all states, such as a branch on a value, is not lifted.
 */
package io.ergodic.datasets.lift;
