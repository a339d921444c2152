/**
 * Linear differential equations solved exactly from step to step. What is fitted or trained with
 * them lies elsewhere.
 */
package io.ergodic.models.linear;
