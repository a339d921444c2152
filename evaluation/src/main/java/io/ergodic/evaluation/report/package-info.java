/**
 * The HTML report: one class per section, written as static HTML with figures as data that the
 * browser draws when they scroll into view. No statistics are computed here.
 */
package io.ergodic.evaluation.report;
