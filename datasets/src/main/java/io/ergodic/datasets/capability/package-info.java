/**
 * What a trained model, or a true system, can do. A metric asks for a capability, never for a
 * class; true systems implement the same interfaces, which is where floors come from. The one
 * system here is what stands still, which baselines and floors both know.
 */
package io.ergodic.datasets.capability;
