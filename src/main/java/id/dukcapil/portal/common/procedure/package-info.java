/**
 * What procedures share: the acting person, steps appended to a case, commands on a case, claims, and conditions of lists.
 * Statuses, verbs and rules stay with each aggregate. {@code docs/new-procedure.md} shows how a procedure uses it.
 */
@NullMarked
package id.dukcapil.portal.common.procedure;

import org.jspecify.annotations.NullMarked;
