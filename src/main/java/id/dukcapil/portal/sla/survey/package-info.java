/** Satisfaction of citizens (IKM) after Permenpan RB 14/2017. */
@NullMarked
package id.dukcapil.portal.sla.survey;

import org.jspecify.annotations.NullMarked;
