package id.dukcapil.portal.staff.signin;

import org.jspecify.annotations.Nullable;

/**
 * What opens a session again that is locked.
 *
 * @param password whether its owner has a password of the portal
 * @param provider name of the single sign-on that let its owner in; null when none did, or it is not there any more
 */
record LockKeys(boolean password, @Nullable String provider) {

    /** Without any, locking would throw the owner out together with everything typed. */
    boolean any() {
        return password || provider != null;
    }
}
