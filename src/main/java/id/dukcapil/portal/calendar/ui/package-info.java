@NullMarked
package id.dukcapil.portal.calendar.ui;

import org.jspecify.annotations.NullMarked;
