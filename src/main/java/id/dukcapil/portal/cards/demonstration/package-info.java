/** Invented print orders for a portal that somebody looks at for the first time. */
@NullMarked
package id.dukcapil.portal.cards.demonstration;

import org.jspecify.annotations.NullMarked;
