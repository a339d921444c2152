/**
 * Training rules: what turns a network and a batch into a direction of its parameters.
 * Back-propagation is one of them.
 */
package io.ergodic.models.rule;
