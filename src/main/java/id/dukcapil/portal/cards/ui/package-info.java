@NullMarked
package id.dukcapil.portal.cards.ui;

import org.jspecify.annotations.NullMarked;
