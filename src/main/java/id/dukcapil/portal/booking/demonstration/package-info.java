/** Invented bookings of the past, so that the calendar of quotas and the lists have one. */
@NullMarked
package id.dukcapil.portal.booking.demonstration;

import org.jspecify.annotations.NullMarked;
