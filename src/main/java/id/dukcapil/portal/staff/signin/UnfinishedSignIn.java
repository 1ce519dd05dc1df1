package id.dukcapil.portal.staff.signin;

import id.dukcapil.portal.common.ActingParty;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import java.io.Serializable;
import java.security.Principal;

/**
 * Somebody whose password was right but who is not in yet. It carries no permission at all and is not of the staff, so
 * nothing but the page of the next step opens.
 *
 * @param method how the person came this far
 */
record UnfinishedSignIn(StaffId id, String username, String fullName, OfficeCode office, SignInMethod method)
        implements ActingParty, Principal, Serializable {

    @Override
    public Actor actor() {
        return new Actor(Actor.Kind.STAFF, id.value(), fullName);
    }

    @Override
    public OfficeCode workplace() {
        return office;
    }

    @Override
    public String getName() {
        return username;
    }

    UnfinishedSignIn withCode() {
        return new UnfinishedSignIn(id, username, fullName, office, method.withCode());
    }
}
