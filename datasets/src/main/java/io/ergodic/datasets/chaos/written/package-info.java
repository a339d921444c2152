/**
 * Systems that a user writes down: equations as text, read by a parser, differentiated by rule and
 * computed by an interpreter of their operations. What is integrated, sampled and known of the
 * truth is that of the catalogue's flows.
 */
package io.ergodic.datasets.chaos.written;
