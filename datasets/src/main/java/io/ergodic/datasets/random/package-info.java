/** Random streams derived by hashing: never shared, never from time, never from a global state. */
package io.ergodic.datasets.random;
