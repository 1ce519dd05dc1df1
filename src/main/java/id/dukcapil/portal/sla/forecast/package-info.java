/** What the next two weeks bring, and how far such forecasts have been wrong. */
@NullMarked
package id.dukcapil.portal.sla.forecast;

import org.jspecify.annotations.NullMarked;
