/** The family of all networks that are a stem, stages and a head: most systems are its settings. */
package io.ergodic.models.backbone;
