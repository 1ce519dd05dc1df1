package id.dukcapil.portal.booking;

import static id.dukcapil.portal.booking.Refusal.Kind.CHANNEL_FULL;
import static id.dukcapil.portal.booking.Refusal.Kind.DAY_CLOSED;
import static id.dukcapil.portal.booking.Refusal.Kind.LIMIT_REACHED;
import static id.dukcapil.portal.booking.Refusal.Kind.NOT_ELIGIBLE;
import static id.dukcapil.portal.booking.Refusal.Kind.UNKNOWN_PERSON;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.Person;
import id.dukcapil.portal.population.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** One rule of booking; its name is the rule. A rule either has nothing to say or refuses with a reason. */
@FunctionalInterface
interface BookingPolicy {

    /** UU 23/2006 art. 63(1): a KTP-el is for people of 17 or older, or who are or have been married. */
    int CARD_AGE = 17;

    Optional<Refusal> judge(BookingFacts facts);

    BookingPolicy dateIsNotInThePast = facts -> refuseIf(
            facts.date().isBefore(facts.now().toLocalDate()),
            DAY_CLOSED,
            () -> "Tanggal %s sudah lewat.".formatted(Formats.date(facts.date())));

    BookingPolicy theWindowOfTheDayHasOpened = facts -> {
        if (facts.window().hasOpened(facts.date(), facts.now(), facts.forStaff())) {
            return Optional.empty();
        }
        LocalDateTime opening = facts.window().opening(facts.date(), facts.forStaff());
        return Optional.of(new Refusal(
                        DAY_CLOSED,
                        "Pemesanan untuk %s belum dibuka; dibuka %s pukul %s %s."
                                .formatted(
                                        Formats.date(facts.date()),
                                        Formats.longDate(opening.toLocalDate()),
                                        Formats.time(opening.toLocalTime()),
                                        Formats.zone(facts.zone())))
                .until(opening.atZone(facts.zone()).toInstant()));
    };

    BookingPolicy officeServesOnThatDay = facts -> refuseIf(
            !facts.day().isOpen(),
            DAY_CLOSED,
            () -> "Kantor tidak melayani pada %s (%s)."
                    .formatted(
                            Formats.date(facts.date()),
                            facts.day().closedBecause().orElse("tutup")));

    BookingPolicy serviceHoursAreNotOver = facts -> {
        var hours = facts.day().hours();
        return refuseIf(
                facts.isToday() && hours != null && !facts.now().toLocalTime().isBefore(hours.closes()),
                DAY_CLOSED,
                () -> "Jam pelayanan hari ini sudah berakhir.");
    };

    BookingPolicy personIsInTheRegister = facts -> refuseIf(
            facts.person().isEmpty(),
            UNKNOWN_PERSON,
            () ->
                    "NIK ini tidak ditemukan dalam data kependudukan kantor. Periksa NIK, atau datang ke loket membawa KK.");

    BookingPolicy personStillLivesHere = facts -> facts.person()
            .filter(person -> person.standing() != Standing.RESIDENT)
            .map(person -> new Refusal(NOT_ELIGIBLE, person.standing().sentence()));

    BookingPolicy personIsOldEnoughForACard = facts -> facts.person()
            .filter(person -> !isOldEnough(person, facts.date()))
            .map(person -> new Refusal(
                    NOT_ELIGIBLE,
                    "KTP-el baru dapat dicetak mulai usia 17 tahun, yaitu tanggal %s."
                            .formatted(Formats.date(person.birthDate().plusYears(CARD_AGE)))));

    BookingPolicy recordIsReadyToPrint = facts -> facts.person()
            .filter(person -> !person.recordingStatus().readyToPrint())
            .map(person -> new Refusal(
                    NOT_ELIGIBLE,
                    "KTP-el belum dapat dicetak: status perekaman \"%s\". Hanya status siap cetak (PRR) yang dapat dipesan."
                            .formatted(person.recordingStatus().label())));

    BookingPolicy personHasNotBookedTooOften = facts -> {
        BookingLimits limits = facts.fairness().limits();
        return limitOfPerson(
                facts,
                PersonHistory.tooManyUntil(
                        facts.fairness().person().booked(), limits.bookings(), limits.period(), facts.moment()),
                "NIK ini sudah memesan %d kali dalam %d hari."
                        .formatted(limits.bookings(), limits.period().toDays()));
    };

    BookingPolicy personHasNotGivenBackTooManySeats = facts -> {
        BookingLimits limits = facts.fairness().limits();
        return limitOfPerson(
                facts,
                PersonHistory.tooManyUntil(
                        facts.fairness().person().givenBack(), limits.cancellations(), limits.period(), facts.moment()),
                "NIK ini sudah membatalkan %d kali dalam %d hari."
                        .formatted(limits.cancellations(), limits.period().toDays()));
    };

    BookingPolicy personHasComeOrThePauseIsOver = facts -> {
        BookingLimits limits = facts.fairness().limits();
        return limitOfPerson(
                facts,
                facts.fairness()
                        .person()
                        .pausedUntil(limits, facts.now().toLocalDate())
                        .map(day -> day.atStartOfDay(facts.zone()).toInstant()),
                "Pemesanan dengan NIK ini sudah %d kali tidak dihadiri.".formatted(limits.missed()));
    };

    BookingPolicy applicationHasSeatsOfItsShareLeft =
            facts -> Optional.ofNullable(facts.fairness().channel())
                    .filter(Fairness.ChannelUse::isUsedUp)
                    .map(use -> new Refusal(
                                    CHANNEL_FULL,
                                    "Kursi %s untuk aplikasi ini sudah habis. Pilih hari lain, atau pesan lewat aplikasi lain atau"
                                                    .formatted(Formats.date(facts.date()))
                                            + " loket. Sisa kursi terbuka bagi semua mulai %s."
                                                    .formatted(Formats.dateTime(use.until(), facts.zone())))
                            .until(use.until()));

    /** In the order in which an applicant should hear of them: first the day, then the person. */
    static List<BookingPolicy> all() {
        return Stream.concat(aboutTheDay().stream(), aboutThePerson().stream()).toList();
    }

    /** Those about the day alone, for the calendar and for moving a booking whose person was judged before. */
    static List<BookingPolicy> aboutTheDay() {
        return List.of(dateIsNotInThePast, theWindowOfTheDayHasOpened, officeServesOnThatDay, serviceHoursAreNotOver);
    }

    /** Those that hold even for planners, who send people to days that the public cannot book yet. */
    static List<BookingPolicy> aboutTheService() {
        return List.of(dateIsNotInThePast, officeServesOnThatDay, serviceHoursAreNotOver);
    }

    static List<BookingPolicy> aboutThePerson() {
        return List.of(
                personIsInTheRegister,
                personStillLivesHere,
                recordIsReadyToPrint,
                personIsOldEnoughForACard,
                personHasNotBookedTooOften,
                personHasNotGivenBackTooManySeats,
                personHasComeOrThePauseIsOver,
                applicationHasSeatsOfItsShareLeft);
    }

    static Optional<Refusal> firstRefusal(List<BookingPolicy> policies, BookingFacts facts) {
        return policies.stream()
                .map(policy -> policy.judge(facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Builds the message only for a refusal: the calendar evaluates the rules for every day, and most days are open. */
    private static Optional<Refusal> refuseIf(boolean refused, Refusal.Kind kind, Supplier<String> message) {
        return refused ? Optional.of(new Refusal(kind, message.get())) : Optional.empty();
    }

    /** Whoever is behind a limit is told until when, and how there is a seat before: staff can give one and say why. */
    private static Optional<Refusal> limitOfPerson(BookingFacts facts, Optional<Instant> until, String why) {
        return until.filter(moment -> !facts.fairness().waived())
                .map(moment -> new Refusal(
                                LIMIT_REACHED,
                                "%s Pemesanan dapat dilakukan lagi mulai %s, atau %s."
                                        .formatted(
                                                why,
                                                Formats.dateTime(moment, facts.zone()),
                                                facts.forStaff()
                                                        ? "sekarang dengan alasan tertulis"
                                                        : "lewat petugas loket"))
                        .until(moment));
    }

    private static boolean isOldEnough(Person person, LocalDate day) {
        return person.everMarried() || !person.birthDate().plusYears(CARD_AGE).isAfter(day);
    }
}
