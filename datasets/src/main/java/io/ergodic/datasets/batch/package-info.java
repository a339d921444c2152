/** Batches as primitive arrays, and the samplers that draw them reproducibly. */
package io.ergodic.datasets.batch;
