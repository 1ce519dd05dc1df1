/** Jemput bola: a day at a place outside the office. */
@NullMarked
package id.dukcapil.portal.activation.campaign;

import org.jspecify.annotations.NullMarked;
