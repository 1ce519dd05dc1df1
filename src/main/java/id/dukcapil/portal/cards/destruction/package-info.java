/** Cards that wait to be destroyed, and the berita acara of their destruction. */
@NullMarked
package id.dukcapil.portal.cards.destruction;

import org.jspecify.annotations.NullMarked;
