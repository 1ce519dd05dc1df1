/** The hand-over of printed cards: who takes them, what becomes of the old ones, and the receipts. */
@NullMarked
package id.dukcapil.portal.cards.handover;

import org.jspecify.annotations.NullMarked;
