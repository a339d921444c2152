/** That nothing a model is chosen or trained by has seen the test split. */
package io.ergodic.jobs.leakage;
