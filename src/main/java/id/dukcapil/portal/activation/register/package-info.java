/** The comparison of an applicant with the register of residents. */
@NullMarked
package id.dukcapil.portal.activation.register;

import org.jspecify.annotations.NullMarked;
