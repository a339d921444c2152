/**
 * What a trained model, or a true system, can do. A metric asks for a capability, never for a
 * class; true systems implement the same interfaces, which is where floors come from.
 */
package io.ergodic.datasets.capability;
