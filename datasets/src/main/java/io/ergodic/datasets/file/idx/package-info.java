/** The idx format of MNIST and its kin, plain or gzipped: images and labels in two files. */
package io.ergodic.datasets.file.idx;
