package id.dukcapil.portal.staff;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the permissions of an account were read from. Two equal stamps mean the same permissions, so an open session only has to
 * compare.
 *
 * @param authority rises with every change of the account, its roles, or the permissions of one of them
 * @param credential rises when an administrator gives a new password: sessions opened with the old one end
 * @param mandate the mandate as a deputy that is valid today; it begins and ends by the calendar, without a write
 */
record AuthorityStamp(
        boolean enabled,
        long authority,
        long credential,
        @Nullable UUID mandate) {

    boolean allowsSessionOf(AuthorityStamp opened) {
        return enabled && credential == opened.credential;
    }
}
