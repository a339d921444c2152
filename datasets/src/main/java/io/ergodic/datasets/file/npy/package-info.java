/** NumPy's {@code .npy} arrays as series: rows are time. No {@code .npz}, no pickled objects. */
package io.ergodic.datasets.file.npy;
