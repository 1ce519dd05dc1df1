/** Print orders: from the asking of a procedure to the card on the shelf, and the printers that do it. */
@NullMarked
package id.dukcapil.portal.cards.order;

import org.jspecify.annotations.NullMarked;
