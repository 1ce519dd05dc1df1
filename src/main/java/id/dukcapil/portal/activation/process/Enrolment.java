package id.dukcapil.portal.activation.process;

import id.dukcapil.portal.activation.register.Applicant;
import id.dukcapil.portal.activation.register.RegisterJudgement;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.CaseCommands;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
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
    private final CaseCommands cases;
    private final RegisterJudgement register;
    private final Offices offices;
    private final DocumentNumbers numbers;
    private final NumberKind activations;

    Enrolment(
            ActivationRecords records,
            CaseCommands cases,
            RegisterJudgement register,
            Offices offices,
            DocumentNumbers numbers,
            NumberKind activations) {
        this.records = records;
        this.cases = cases;
        this.register = register;
        this.offices = offices;
        this.numbers = numbers;
        this.activations = activations;
    }

    /** A person in front of the counter; data come later. @throws InvalidInput naming the fields that cannot be right */
    @PreAuthorize("hasAuthority('ACTIVATION_SERVE')")
    public ActivationDecision begin(Wish wish) {
        Nik nik = wish.check();
        try {
            return cases.inTransaction(() -> open(nik)
                    .orElseGet(() -> decide(
                            wish,
                            nik,
                            (wanted, office, by) -> Activation.begun(numbers.next(activations, office), wanted, by))));
        } catch (DataIntegrityViolationException faster) {
            return cases.inTransaction(() -> open(nik).orElseThrow(() -> faster));
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
        return cases.inTransaction(() -> {
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
        Office office = offices.find(begun.office()).orElseThrow();
        begun.register(contact.email(), contact.phone(), client(), DatedAct.of(cases.actor(), office));
        cases.moved(begun);
        return begun.details();
    }

    /** Counts somebody who is not eligible in the report of the day; the same person and reason once a day and office. */
    public void noteRefusal(Wish wish, DropOut reason) {
        Nik nik = wish.check();
        cases.inTransaction(() -> {
            Office office = office(wish);
            DatedAct by = DatedAct.of(cases.actor(), office);
            boolean noted = records.findByPersonNikOrderByCreatedAt(nik.value()).stream()
                    .map(Activation::details)
                    .anyMatch(known -> known.dropOut() == reason
                            && known.status() == ActivationStatus.REFUSED
                            && known.office().equals(office.code())
                            && LocalDate.ofInstant(known.createdAt(), office.timeZone())
                                    .equals(by.day()));
            if (!noted) {
                var judged = register.of(nik, wish.fullName(), wish.regency(), by.day());
                enter(Activation.refused(
                        numbers.next(activations, office), wanted(wish, judged.person(), office), reason, by));
            }
        });
    }

    private interface Beginning {
        Activation make(NewActivation wanted, Office office, DatedAct by);
    }

    private ActivationDecision decide(Wish wish, Nik nik, Beginning beginning) {
        Office office = office(wish);
        DatedAct by = DatedAct.of(cases.actor(), office);
        var judged = register.of(nik, wish.fullName(), wish.regency(), by.day());
        if (judged.obstacle() != null) {
            return new ActivationDecision.NotEligible(judged.obstacle(), judged.sentence());
        }
        return new ActivationDecision.Accepted(
                enter(beginning.make(wanted(wish, judged.person(), office), office, by)));
    }

    private NewActivation wanted(Wish wish, Applicant person, Office office) {
        boolean again = wish.purpose().isNew()
                && records.existsByPersonNikAndStatusIn(
                        person.nik().value(), EnumSet.of(ActivationStatus.ACTIVE, ActivationStatus.ARCHIVED));
        return new NewActivation(
                person,
                again ? ActivationPurpose.REPEATED : wish.purpose(),
                wish.reason(),
                office.code(),
                wish.office() != null,
                wish.campaign(),
                client());
    }

    /** The API client that calls; none at the counter. */
    private @Nullable UUID client() {
        Actor actor = cases.party().actor();
        return actor.kind() == Actor.Kind.CHANNEL ? actor.id() : null;
    }

    private ActivationDetails enter(Activation fresh) {
        records.saveAndFlush(fresh);
        cases.moved(fresh);
        return fresh.details();
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
                    details.number(), details.office(), details.last().actor(), details.status());
        });
    }
}
