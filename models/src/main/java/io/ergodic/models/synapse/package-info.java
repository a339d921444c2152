/**
 * Recurrent cells of leaky units, whose rows are steps of a solver: liquid time-constant networks,
 * the ladder of synapses that leads to them, and the continuous-time recurrent network. They run
 * and are trained as the maps of {@code io.ergodic.models.plrnn} are; equations that a solver of
 * chosen steps goes through lie in {@code io.ergodic.models.continuous}.
 */
package io.ergodic.models.synapse;
