package id.dukcapil.portal.submission.document;

import static java.util.stream.Collectors.toUnmodifiableSet;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.StaffId;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.signing.Imprint;
import id.dukcapil.portal.signing.NewSigningDocument;
import id.dukcapil.portal.signing.NewSigningDocument.Verifier;
import id.dukcapil.portal.signing.PrintedDocument;
import id.dukcapil.portal.signing.SignatoryLines;
import id.dukcapil.portal.signing.SigningRegister;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.signing.VerificationCode;
import id.dukcapil.portal.staff.Mandates;
import id.dukcapil.portal.staff.signin.SealingKey;
import id.dukcapil.portal.submission.SignedCards;
import id.dukcapil.portal.submission.SubmissionAction;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionDetails.Event;
import id.dukcapil.portal.submission.SubmissionEvent.SubmissionMoved;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Prints the Kartu Keluarga in the moment in which it is verified and hands it over to be signed; takes it back with the
 * verification. What cannot be printed is not verified.
 */
@Component
class FamilyCardRegistration {

    private static final String FAMILY = "family-card";

    private final FamilyCardSource source;
    private final SigningRegister register;
    private final DocumentStore store;
    private final Mandates mandates;
    private final TteProvider provider;
    private final SealingKey key;

    FamilyCardRegistration(
            FamilyCardSource source,
            SigningRegister register,
            DocumentStore store,
            Mandates mandates,
            TteProvider provider,
            SealingKey key) {
        this.source = source;
        this.register = register;
        this.store = store;
        this.mandates = mandates;
        this.provider = provider;
        this.key = key;
    }

    /** @throws InvalidInput when nobody may sign, or the family is not in the register any more */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(SubmissionMoved moved) {
        List<Event> history = moved.submission().history();
        Event last = history.getLast();
        if (last.action() == SubmissionAction.VERIFY) {
            register(moved.submission(), last);
        } else if (last.action() == SubmissionAction.TAKE_BACK
                && history.get(history.size() - 2).action() == SubmissionAction.VERIFY) {
            register.withdraw(SignedCards.KIND, moved.submission().number().value(), "Verifikasi ditarik kembali");
        }
    }

    private void register(SubmissionDetails request, Event verified) {
        SignatoryLines lines = mandates.signatoryOn(verified.at())
                .map(SignatoryLines::of)
                .orElseThrow(() -> new InvalidInput(
                        "signatory",
                        "Belum ada Kepala Dinas atau Plh/Plt yang berwenang menandatangani. Hubungi administrator."));
        VerificationCode code = VerificationCode.random();
        var imprint = new Imprint(lines, verified.at(), provider.isDemonstration());
        PrintedDocument card = source.print(request.number(), imprint, code);
        register.register(new NewSigningDocument(
                SignedCards.KIND,
                request.number().value(),
                request.office(),
                SignedCards.TITLE,
                request.applicant().fullName(),
                family(request),
                code,
                store.put(card.pdf()),
                card.place(),
                imprint,
                new Verifier(person(verified), verified.actor(), verified.at()),
                workedOn(request)));
    }

    /** Without the key nobody can try out whose number it is. In letters: digits of a hash can look like such a number. */
    private String family(SubmissionDetails request) {
        var letters = new StringBuilder();
        for (byte signed : key.sign(FAMILY, request.applicant().family().value())) {
            letters.append((char) ('a' + (signed >> 4 & 0xF))).append((char) ('a' + (signed & 0xF)));
        }
        return letters.toString();
    }

    private static Set<StaffId> workedOn(SubmissionDetails request) {
        return request.history().stream()
                .filter(step -> step.desk().isStaffed())
                .map(FamilyCardRegistration::person)
                .collect(toUnmodifiableSet());
    }

    private static StaffId person(Event step) {
        UUID actor = step.actorId();
        return new StaffId(Objects.requireNonNull(actor, "Steps of a staffed lane are done by somebody"));
    }
}
