/**
 * Classifiers of series by many fixed convolutions and a ridge classifier. What convolves is in
 * {@code models.kernel}, networks that learn their convolutions are put together of {@code
 * models.block}.
 */
package io.ergodic.models.convolution;
