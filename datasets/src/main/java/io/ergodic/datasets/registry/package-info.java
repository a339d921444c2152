/** Finding implementations by name through ServiceLoader: adding one never edits a switch. */
package io.ergodic.datasets.registry;
