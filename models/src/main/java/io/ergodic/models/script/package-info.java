/**
 * Networks brought along from PyTorch as TorchScript files: looked at, given the memory of an arena
 * and trained like those that are put together here.
 */
package io.ergodic.models.script;
