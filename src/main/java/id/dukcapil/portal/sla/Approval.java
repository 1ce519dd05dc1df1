package id.dukcapil.portal.sla;

import id.dukcapil.portal.common.Nip;
import id.dukcapil.portal.common.Parsed;

/**
 * Who signed a procedure.
 *
 * @param printedNip as printed, with or without spaces, even when it cannot be right
 */
public record Approval(String title, String name, String printedNip) {

    public Parsed<Nip> nip() {
        return Nip.parse("approverNip", printedNip);
    }
}
