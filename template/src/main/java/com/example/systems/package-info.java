/** A model, a metric and a chaotic flow of one's own: start from here. */
package com.example.systems;
