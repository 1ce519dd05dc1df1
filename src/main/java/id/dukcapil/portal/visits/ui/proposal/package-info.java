/** The page of the proposed plan. */
@NullMarked
package id.dukcapil.portal.visits.ui.proposal;

import org.jspecify.annotations.NullMarked;
