/** Cards that move: deliveries of the centre, counted by two people, and transfers between offices. */
@NullMarked
package id.dukcapil.portal.cards.shipment;

import org.jspecify.annotations.NullMarked;
