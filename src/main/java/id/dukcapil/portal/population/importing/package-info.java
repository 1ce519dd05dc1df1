/**
 * Lists exported from SIAK come into the office's register. A file is read row by row, every row is judged, and what is accepted is
 * merged into the register in steps that survive a crash. People who are missing from a file stay as they are.
 */
@NullMarked
package id.dukcapil.portal.population.importing;

import org.jspecify.annotations.NullMarked;
