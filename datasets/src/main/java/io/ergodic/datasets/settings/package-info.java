/**
 * Typed, checked access to HOCON settings. Every value read here carries its path in the
 * configuration, so that a mistake is answered with what, where and what is allowed.
 */
package io.ergodic.datasets.settings;
