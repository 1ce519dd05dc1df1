package id.dukcapil.portal.staff.signin;

import java.io.Serializable;
import java.util.UUID;

/**
 * What an authentication remembers of how it came about.
 *
 * @param session number of the record in the list of sessions
 */
record SignedInDetails(UUID session, SignInMethod method) implements Serializable {}
