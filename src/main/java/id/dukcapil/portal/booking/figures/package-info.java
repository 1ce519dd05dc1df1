/** What the daily summary says of bookings. */
@NullMarked
package id.dukcapil.portal.booking.figures;

import org.jspecify.annotations.NullMarked;
