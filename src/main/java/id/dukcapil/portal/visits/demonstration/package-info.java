/** The real schools of the regency with invented pupils, crews, sets and visits. */
@NullMarked
package id.dukcapil.portal.visits.demonstration;

import org.jspecify.annotations.NullMarked;
