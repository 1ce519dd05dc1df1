/** Screens of the school visits. */
@NullMarked
package id.dukcapil.portal.visits.ui;

import org.jspecify.annotations.NullMarked;
