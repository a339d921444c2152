/** Standardisation: exact, mergeable statistics and the scaler they give. */
package io.ergodic.datasets.scale;
