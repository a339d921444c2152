/**
 * Files that models are made of, such as a network somebody brings along, held by their content.
 * Where they lie and how they get to another machine is the business of whoever runs the models.
 */
package io.ergodic.models.content;
