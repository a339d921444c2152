/** Image sets in files: idx as MNIST ships it, and folders or tars of PNGs by class. */
package io.ergodic.datasets.file.image;
