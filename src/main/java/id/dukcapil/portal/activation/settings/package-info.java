/** Settings and the series of numbers. */
@NullMarked
package id.dukcapil.portal.activation.settings;

import org.jspecify.annotations.NullMarked;
