/** The blanks of all offices together. */
@NullMarked
package id.dukcapil.portal.cards.regency;

import org.jspecify.annotations.NullMarked;
