/**
 * Dynamical systems that are fitted in closed form: linear maps of delays, sparse differential
 * equations, reservoirs. What is trained by steps lies in packages of its own.
 */
package io.ergodic.models.dynamics;
