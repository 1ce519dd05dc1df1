/** The pages of signing in and of the own account. */
@NullMarked
package id.dukcapil.portal.staff.ui.signin;

import org.jspecify.annotations.NullMarked;
