/** The catalogue of model families: the one door through which suites reach models. */
package io.ergodic.models.family;
