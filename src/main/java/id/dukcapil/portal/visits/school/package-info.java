/** Upper-secondary schools of the regency: register, import, contact, coverage. */
@NullMarked
package id.dukcapil.portal.visits.school;

import org.jspecify.annotations.NullMarked;
