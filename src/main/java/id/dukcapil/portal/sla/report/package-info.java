/** What a manager asks: figures of what is over, what is open now, what changed, and the cases behind every figure. */
@NullMarked
package id.dukcapil.portal.sla.report;

import org.jspecify.annotations.NullMarked;
