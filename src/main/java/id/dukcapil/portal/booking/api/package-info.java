@NullMarked
package id.dukcapil.portal.booking.api;

import org.jspecify.annotations.NullMarked;
