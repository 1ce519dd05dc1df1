/** Daily summaries and performance reports: made when their time is over, archived as they were, mailed to a list. */
@NullMarked
package id.dukcapil.portal.sla.archive;

import org.jspecify.annotations.NullMarked;
