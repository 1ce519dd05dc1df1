package id.dukcapil.portal.signing;

import id.dukcapil.portal.common.procedure.CaseStatus;

/** Where a document stands in the register of documents to be signed. */
public enum SigningDocumentStatus implements CaseStatus<SigningDocumentStatus> {
    /** Verified; somebody who may sign for the office has to sign it. */
    AWAITING("Menunggu tanda tangan"),
    /** In a batch that is being signed; nobody can do anything else with it meanwhile. */
    IN_BATCH("Sedang ditandatangani"),
    SIGNED("Ditandatangani"),
    /** The signatory, or the portal, sent it back to the verifier with a reason. */
    REFUSED("Dikembalikan ke verifikator"),
    /** Taken back by the room it came from, before it was signed. */
    WITHDRAWN("Ditarik"),
    /** A newer signed one of the same family took its place. */
    SUPERSEDED("Digantikan"),
    /** Signed, and declared void with a reason. */
    REVOKED("Dicabut");

    private final String label;

    SigningDocumentStatus(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public boolean canBecome(SigningDocumentStatus next) {
        return switch (this) {
            case AWAITING -> next == IN_BATCH || next == REFUSED || next == WITHDRAWN;
            case IN_BATCH -> next == SIGNED || next == AWAITING;
            case SIGNED -> next == SUPERSEDED || next == REVOKED;
            case REFUSED, WITHDRAWN, SUPERSEDED, REVOKED -> false;
        };
    }

    /** Whether it is the valid document of its family, or is about to become it. */
    boolean claimsFamily() {
        return switch (this) {
            case IN_BATCH, SIGNED -> true;
            case AWAITING, REFUSED, WITHDRAWN, SUPERSEDED, REVOKED -> false;
        };
    }

    /** Whether a signature of the office exists, valid still or not. */
    public boolean isSigned() {
        return switch (this) {
            case SIGNED, SUPERSEDED, REVOKED -> true;
            case AWAITING, IN_BATCH, REFUSED, WITHDRAWN -> false;
        };
    }
}
