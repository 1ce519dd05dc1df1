/** The page of people, sets and vehicles. */
@NullMarked
package id.dukcapil.portal.visits.ui.resource;

import org.jspecify.annotations.NullMarked;
