@NullMarked
package id.dukcapil.portal.booking.arrival;

import org.jspecify.annotations.NullMarked;
