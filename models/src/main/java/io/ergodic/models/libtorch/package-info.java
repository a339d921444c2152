/**
 * Models on libtorch: one flat parameter vector per model ({@link
 * io.ergodic.models.libtorch.Arena}), a learner around any network and objective, and the families
 * made of them. The networks' parts live in {@code io.ergodic.models.block}.
 */
package io.ergodic.models.libtorch;
