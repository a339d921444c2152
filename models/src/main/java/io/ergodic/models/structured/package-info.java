/**
 * Networks whose weight matrices are structured operators, multiplied by fast transforms, in double
 * precision with gradients by hand. Networks of dense blocks lie elsewhere.
 */
package io.ergodic.models.structured;
