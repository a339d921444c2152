/** Where a model computes: the processor, or a GPU that the cluster has assigned. */
package io.ergodic.models.device;
