/** Token mixers: what lets tokens see one another. */
package io.ergodic.models.block.token;
