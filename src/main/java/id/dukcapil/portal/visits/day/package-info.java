/** The day at the school, steps 3 to 6 of SOP Balangan 2020: what tablets tell, in order and once, and what came of each pupil. */
@NullMarked
package id.dukcapil.portal.visits.day;

import org.jspecify.annotations.NullMarked;
