/** What a visit needs: crews with their people and leave, recording sets with their items, vehicles, and the calendar of schools. */
@NullMarked
package id.dukcapil.portal.visits.resource;

import org.jspecify.annotations.NullMarked;
