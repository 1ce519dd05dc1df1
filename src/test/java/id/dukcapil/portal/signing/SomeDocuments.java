package id.dukcapil.portal.signing;

import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.common.procedure.ActedBy;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.SignaturePlace;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents and people that the tests of signing start from. */
final class SomeDocuments {

    static final String KIND = "KARTU_KELUARGA";
    static final OfficeCode OFFICE = new OfficeCode("DINAS");
    static final Instant NOW = SettableClock.MONDAY_MORNING;
    static final StaffId OPERATOR = new StaffId(UUID.randomUUID());
    static final StaffId VERIFIER = new StaffId(UUID.randomUUID());
    static final SignaturePlace PLACE = new SignaturePlace(1, 100, 100, 150, 34);
    static final SignatoryLines HEAD = new SignatoryLines(
            "Kepala Dinas Kependudukan dan Pencatatan Sipil", "Dra. Hj. Ratna Komala, M.Si.", "19700817 199503 2 001");

    private SomeDocuments() {}

    static NewSigningDocument verified(String reference, @Nullable String family, ContentHash digest) {
        return new NewSigningDocument(
                KIND,
                reference,
                OFFICE,
                "Kartu Keluarga",
                "RINA KARLINA",
                family,
                VerificationCode.random(),
                digest,
                PLACE,
                new Imprint(HEAD, NOW, true),
                new NewSigningDocument.Verifier(VERIFIER, "Neneng Aisyah", NOW),
                Set.of(OPERATOR, VERIFIER));
    }

    /** @param worker who has worked on it besides the others */
    static NewSigningDocument printed(NewSigningDocument blank, ContentHash digest, @Nullable UUID worker, int page) {
        Set<StaffId> workedOn = worker == null ? blank.workedOn() : Set.of(OPERATOR, VERIFIER, new StaffId(worker));
        return new NewSigningDocument(
                blank.kind(),
                blank.reference(),
                blank.office(),
                blank.title(),
                blank.concerns(),
                blank.family(),
                blank.code(),
                digest,
                new SignaturePlace(page, 100, 100, 150, 34),
                blank.imprint(),
                blank.verifier(),
                workedOn);
    }

    static String aReference() {
        return "UJI-" + UUID.randomUUID().toString().substring(0, 13);
    }

    static ContentHash digestOf(String text) {
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ActedBy act(StaffId person, String name) {
        return new ActedBy(new Actor(Actor.Kind.STAFF, person.value(), name), "Kepala Dinas", NOW);
    }
}
