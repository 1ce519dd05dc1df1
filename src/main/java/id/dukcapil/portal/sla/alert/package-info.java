/** Rules that say when whom is told that something goes wrong, and the alerts that follow from them. */
@NullMarked
package id.dukcapil.portal.sla.alert;

import org.jspecify.annotations.NullMarked;
