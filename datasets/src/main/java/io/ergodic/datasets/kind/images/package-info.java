/** Labelled images, stored as unsigned bytes. */
package io.ergodic.datasets.kind.images;
