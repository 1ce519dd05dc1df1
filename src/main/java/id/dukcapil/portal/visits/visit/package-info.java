/** Visits of a crew to a school, from the letter to the school until they are done: step 1 of SOP Balangan 2020. */
@NullMarked
package id.dukcapil.portal.visits.visit;

import org.jspecify.annotations.NullMarked;
