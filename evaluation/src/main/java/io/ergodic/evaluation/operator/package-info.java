/**
 * The task of learning an operator, function in and function out, all in one package: question,
 * protocol, evidence, metrics, figure and section of the report. Nothing outside knows of it; it is
 * the pattern for a new task.
 */
package io.ergodic.evaluation.operator;
