/**
 * Vector-API loops over many solutions of one field side by side. Value v of lane l of L lies at v
 * * L + l; L is a multiple of {@link LaneOperations#WIDTH}. Every lane goes through the operations
 * of the scalar integrator in their order (no fused multiply-add, no reductions over lanes), and so
 * has its bits. This package is compiled alone, before all else, and depends on nothing.
 */
package io.ergodic.datasets.kernel;
