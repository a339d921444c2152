/**
 * What metrics and figures look at: what a model did on the test split. Every kind of evidence is a
 * class of its own; its protocol says how it is observed, and it is observed once, when the first
 * metric or figure asks for it. How good it is, is none of this package's business.
 */
package io.ergodic.evaluation.evidence;
