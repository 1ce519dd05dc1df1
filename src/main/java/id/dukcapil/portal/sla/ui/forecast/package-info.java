@NullMarked
package id.dukcapil.portal.sla.ui.forecast;

import org.jspecify.annotations.NullMarked;
