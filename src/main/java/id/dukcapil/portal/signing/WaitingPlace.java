package id.dukcapil.portal.signing;

import java.time.Instant;

/** Where a document lies among those that wait: the one verified first comes first. */
public record WaitingPlace(Instant verifiedAt, SigningDocumentId document) implements Comparable<WaitingPlace> {

    public static WaitingPlace of(SigningDocumentDetails document) {
        return new WaitingPlace(document.verifiedAt(), document.id());
    }

    @Override
    public int compareTo(WaitingPlace other) {
        int byTime = verifiedAt.compareTo(other.verifiedAt);
        return byTime != 0 ? byTime : document.toString().compareTo(other.document.toString());
    }
}
