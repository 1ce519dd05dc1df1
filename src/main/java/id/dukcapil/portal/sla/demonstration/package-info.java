/** An invented year of cases, so that figures have a past to be compared with. */
@NullMarked
package id.dukcapil.portal.sla.demonstration;

import org.jspecify.annotations.NullMarked;
