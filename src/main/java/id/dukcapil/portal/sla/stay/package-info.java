/** What cases have cost, as columns in the heap over the rows of ended stays; and the figures that are read from them. */
@NullMarked
package id.dukcapil.portal.sla.stay;

import org.jspecify.annotations.NullMarked;
