/** The page of the tablet at the school, without Vaadin so that it works while there is no line; and the list of days. */
@NullMarked
package id.dukcapil.portal.visits.ui.day;

import org.jspecify.annotations.NullMarked;
