/**
 * How somebody gets in and stays in: passwords and what they must be like, the throttle against guessing, the second
 * factor, and the sessions that are open.
 */
@NamedInterface("signin")
@NullMarked
package id.dukcapil.portal.staff.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
