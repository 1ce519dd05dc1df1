/** Invented people of the demonstration set-up, and the sandbox that shows them to programmers of outside systems. */
@NullMarked
package id.dukcapil.portal.population.demonstration;

import org.jspecify.annotations.NullMarked;
