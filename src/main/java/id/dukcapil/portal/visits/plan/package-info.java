/** The rules of a plan of visits, and arranging visits by them. */
@NullMarked
package id.dukcapil.portal.visits.plan;

import org.jspecify.annotations.NullMarked;
