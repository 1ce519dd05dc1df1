package id.dukcapil.portal.counter;

import id.dukcapil.portal.common.Permission;
import java.util.Optional;

/** The page on which a procedure serves the people of a service; procedures offer theirs as beans. */
public interface ServicePage {

    boolean serves(ServiceCode service);

    /** Without it the page is not offered. */
    Permission permission();

    /** Of the button that opens it: "Buka perekaman". */
    String label();

    /** @return the address within the portal, without personal data; empty when this ticket has nothing to open there */
    Optional<String> address(Ticket ticket);
}
