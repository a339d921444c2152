/** Finished suites as Jupyter notebooks that show their figures without being run. */
package io.ergodic.evaluation.notebook;
