@NullMarked
package id.dukcapil.portal.cards.ui.order;

import org.jspecify.annotations.NullMarked;
