/** Proposes a plan for many schools: what is possible, a first arrangement, its improvement by the solver, and what the planner accepts. */
@NullMarked
package id.dukcapil.portal.visits.proposal;

import org.jspecify.annotations.NullMarked;
