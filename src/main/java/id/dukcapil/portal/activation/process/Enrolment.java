package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.register.Applicant;
import id.dukcapil.portal.activation.register.RegisterJudgement;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.Retry;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/**
 * Steps 1 and 2: somebody wants to activate. One NIK has one open activation in the whole regency, kept by a unique key and
 * not by looking first.
 */
@Service
@PreAuthorize("hasAnyAuthority('ACTIVATION_SERVE', 'SCOPE_activation')")
public class Enrolment {

    private final ActivationRecords records;
    private final ActivationBook book;
    private final RegisterJudgement register;
    private final ActivationActors actors;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind activations;
    private final Retry retry;

    Enrolment(
            ActivationRecords records,
            ActivationBook book,
            RegisterJudgement register,
            ActivationActors actors,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind activations,
            Retry retry) {
        this.records = records;
        this.book = book;
        this.register = register;
        this.actors = actors;
        this.offices = offices;
        this.numbers = numbers;
        this.activations = activations;
        this.retry = retry;
    }

    /** A person in front of the counter; data come later. @throws InvalidInput naming the fields that cannot be right */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    public ActivationDecision begin(Wish wish) {
        Nik nik = wish.check();
        try {
            return retry.inTransaction(() -> open(nik)
                    .orElseGet(() -> decide(
                            wish,
                            nik,
                            (wanted, office, by) -> Activation.begun(numbers.next(activations, office), wanted, by))));
        } catch (DataIntegrityViolationException faster) {
            return retry.inTransaction(() -> open(nik).orElseThrow(() -> faster));
        }
    }

    /**
     * The telephone has sent the data. What a counter has begun for that person is continued. Joins the transaction of the
     * caller, where a collision with another office shows as a violation of the unique key.
     *
     * @throws InvalidInput naming the fields that cannot be right
     */
    @PreAuthorize("hasAuthority('SCOPE_activation')")
    public ActivationDecision register(Wish wish, @Nullable String email, @Nullable String phone) {
        Nik nik = wish.check();
        Wish.Contact contact = Wish.Contact.of(email, phone);
        return retry.inTransaction(() -> {
            Optional<Activation> begun = records.openOf(nik.value())
                    .flatMap(records::lockByNumber)
                    .filter(activation -> activation.status().canBecome(ActivationStatus.REGISTERED));
            if (begun.isPresent()) {
                return new ActivationDecision.Accepted(continued(begun.get(), contact));
            }
            return open(nik)
                    .orElseGet(() -> decide(
                            wish,
                            nik,
                            (wanted, office, by) -> Activation.registered(
                                    numbers.next(activations, office), wanted, contact.email(), contact.phone(), by)));
        });
    }

    private ActivationDetails continued(Activation begun, Wish.Contact contact) {
        return book.told(begun, activation -> {
                    activation.register(
                            contact.email(), contact.phone(), actors.client(), actors.at(activation.office()));
                    return activation;
                })
                .details();
    }

    /** Counts somebody who is not eligible in the report of the day; the same person and reason once a day and office. */
    public void noteRefusal(Wish wish, DropOut reason) {
        Nik nik = wish.check();
        retry.inTransaction(() -> {
            Office office = office(wish);
            Act by = actors.at(office.code());
            boolean noted = records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                    .map(Activation::details)
                    .anyMatch(known -> known.dropOut() == reason
                            && known.status() == ActivationStatus.REFUSED
                            && known.office().equals(office.code())
                            && day(known.createdAt(), office).equals(day(by.at(), office)));
            if (!noted) {
                var judged = register.of(nik, wish.fullName(), wish.regency(), day(by.at(), office));
                book.enter(Activation.refused(
                        numbers.next(activations, office), wanted(wish, judged.person(), office), reason, by));
            }
        });
    }

    private static LocalDate day(Instant at, Office office) {
        return LocalDate.ofInstant(at, office.timeZone());
    }

    private interface Beginning {
        Activation make(NewActivation wanted, Office office, Act by);
    }

    private ActivationDecision decide(Wish wish, Nik nik, Beginning beginning) {
        Office office = office(wish);
        Act by = actors.at(office.code());
        var judged = register.of(nik, wish.fullName(), wish.regency(), day(by.at(), office));
        if (judged.obstacle() != null) {
            return new ActivationDecision.NotEligible(judged.obstacle(), judged.sentence());
        }
        return new ActivationDecision.Accepted(
                book.enter(beginning.make(wanted(wish, judged.person(), office), office, by)));
    }

    private NewActivation wanted(Wish wish, Applicant person, Office office) {
        boolean again =
                wish.purpose().isNew() && records.everActive(person.nik().value()) > 0;
        return new NewActivation(
                person,
                again ? ActivationPurpose.REPEATED : wish.purpose(),
                wish.reason(),
                office.code(),
                wish.office() != null,
                wish.campaign(),
                actors.client());
    }

    /** The one that was chosen, else the head office until an officer scans. */
    private Office office(Wish wish) {
        OfficeCode chosen = wish.office();
        if (chosen == null) {
            return offices.all().getFirst();
        }
        return offices.find(chosen).orElseThrow(() -> new InvalidInput("office", "Kantor dengan kode ini tidak ada."));
    }

    private Optional<ActivationDecision> open(Nik nik) {
        return records.openOf(nik.value()).flatMap(records::findByNumber).map(activation -> {
            ActivationDetails details = activation.details();
            return new ActivationDecision.AlreadyOpen(
                    details.number(), details.office(), details.last().actor().name(), details.status());
        });
    }
}
