@NullMarked
package id.dukcapil.portal.booking.ui;

import org.jspecify.annotations.NullMarked;
