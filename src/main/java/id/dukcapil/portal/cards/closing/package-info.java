/** The closing of the day: what was counted, compared with what the ledger says, and locked; and the supply of printers. */
@NullMarked
package id.dukcapil.portal.cards.closing;

import org.jspecify.annotations.NullMarked;
