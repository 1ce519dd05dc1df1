package id.dukcapil.portal.activation.demonstration;

import id.dukcapil.portal.activation.process.ActivationAction;
import id.dukcapil.portal.activation.process.ActivationPurpose;
import id.dukcapil.portal.activation.process.ActivationStatus;
import id.dukcapil.portal.activation.process.DropOut;
import id.dukcapil.portal.calendar.WorkingTimes;
import id.dukcapil.portal.common.InventedYear;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.SetUpStep;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A year of activations of invented people: most of them new, some again, some who left, and an event every month. At two offices
 * many of the last 30 days and of today, some still at the counter, with an event on every Tuesday. Entered once, into an empty
 * table, the same every time for the same day.
 */
@Component
@Order(62)
@ConditionalOnBooleanProperty({"portal.demonstration", "portal.activation.demonstration"})
class DemonstrationActivations implements SetUpStep {

    private static final int DAYS = 30;
    private static final int AT_HEAD_OFFICE = 34;
    private static final int AT_MALL = 12;
    private static final int AT_EVENT = 9;
    private static final double A_DAY_OF_THE_YEAR = 1.7;
    private static final List<String> VILLAGES =
            List.of("Balai Desa Cilampeni", "Balai Desa Pulosari", "Aula SMAN 1 Margahayu", "Balai Desa Tenjolaya");
    private static final LocalTime OPENS = LocalTime.of(8, 5);
    private static final int SEED = 28_2023;

    private final DemonstrationWriter writer;
    private final Offices offices;
    private final WorkingTimes workingTimes;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Random dice = new Random(SEED);

    DemonstrationActivations(
            DemonstrationWriter writer,
            Offices offices,
            WorkingTimes workingTimes,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.writer = writer;
        this.offices = offices;
        this.workingTimes = workingTimes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void enter() {
        boolean used = jdbc.sql("SELECT EXISTS (SELECT 1 FROM activation_case)")
                .query(Boolean.class)
                .single();
        if (!used) {
            transaction.executeWithoutResult(status -> invent());
        }
    }

    void invent() {
        Office head = offices.find(new OfficeCode("DINAS")).orElseThrow();
        Office mall = offices.find(new OfficeCode("MPP")).orElseThrow();
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.timeZone());
        for (LocalDate day = today.minusDays(DAYS); day.isBefore(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                aDay(head, day, AT_HEAD_OFFICE);
                aDay(mall, day, AT_MALL);
            }
        }
        theRunningDay(head, today);
        var year = new InventedYear(today);
        InventedYear.PLACES.forEach(place -> offices.find(place)
                .ifPresent(office ->
                        aYear(office, year, List.of(head, mall).contains(office) ? today.minusDays(DAYS) : today)));
        monthlyEvents(head, today);
        writer.flush();
    }

    private void aYear(Office office, InventedYear year, LocalDate until) {
        List<Instant> arrivals = year.arrivals(
                office.timeZone(), workingTimes.of(office.code())::includes, until, A_DAY_OF_THE_YEAR, dice);
        for (int i = 0; i < arrivals.size(); i++) {
            person(office, null, arrivals.get(i), i);
        }
    }

    private void monthlyEvents(Office head, LocalDate today) {
        for (int month = 2; month < 12; month++) {
            LocalDate day = today.minusMonths(month).with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY));
            Instant begins = day.atTime(13, 5).atZone(head.timeZone()).toInstant();
            if (workingTimes.of(head.code()).includes(begins)) {
                UUID event = writer.event(head, day, VILLAGES.get(month % VILLAGES.size()));
                for (int i = 0; i < AT_EVENT; i++) {
                    person(head, event, begins.plus(Duration.ofMinutes(14L * i)), i);
                }
            }
        }
    }

    private void aDay(Office office, LocalDate day, int people) {
        UUID event = null;
        if (day.getDayOfWeek() == DayOfWeek.TUESDAY && office.kind() == Office.Kind.DINAS) {
            event = writer.event(office, day, "Balai Desa Sangkanhurip");
        }
        int all = people + dice.nextInt(7) - 3;
        for (int i = 0; i < all; i++) {
            Instant at = day.atTime(OPENS.plusMinutes((long) i * 400 / all))
                    .atZone(office.timeZone())
                    .toInstant();
            person(office, event != null && i >= all - AT_EVENT ? event : null, at, i);
        }
    }

    private void person(Office office, @Nullable UUID event, Instant at, int number) {
        ActivationPurpose purpose = switch (number % 17) {
            case 6 -> ActivationPurpose.FORGOTTEN_PIN;
            case 11 -> ActivationPurpose.NEW_DEVICE;
            default -> ActivationPurpose.NEW;
        };
        int fate = dice.nextInt(100);
        if (fate < 4) {
            writer.person(office, event, purpose, at, refused(), DropOut.NOT_RECORDED);
        } else if (fate < 7) {
            writer.person(office, event, purpose, at, faceless(), DropOut.FACE);
        } else if (fate < 9) {
            writer.person(office, event, purpose, at, unreachable(), DropOut.MAIL_RETURNED);
        } else if (fate < 12) {
            writer.person(office, event, purpose, at, gone(), DropOut.UNSUITABLE_PHONE);
        } else {
            writer.person(office, event, purpose, at, finished(fate), null);
        }
    }

    /** Today so far: people who have finished since the morning, and one at every step now. */
    private void theRunningDay(Office office, LocalDate today) {
        UUID event = writer.event(office, today, "Aula Kecamatan Katapang");
        Instant now = clock.instant();
        Instant morning = today.atTime(OPENS).atZone(office.timeZone()).toInstant();
        Duration since = Duration.between(morning, now.minus(Duration.ofMinutes(40)));
        for (int i = 0; i < 18 && since.isPositive(); i++) {
            person(
                    office,
                    i > 13 ? event : null,
                    morning.plus(since.multipliedBy(i).dividedBy(18)),
                    i);
        }
        List.of(
                        waiting().officer(ActivationAction.SCAN, ActivationStatus.CODE_SENT, 40),
                        waiting(),
                        registered()
                                .channel(ActivationAction.MISMATCH, ActivationStatus.FACE_NOT_MATCHED, 50)
                                .channel(ActivationAction.MISMATCH, ActivationStatus.FACE_NOT_MATCHED, 40),
                        begun().officer(ActivationAction.INSTALL, ActivationStatus.FILLING, 120),
                        waiting()
                                .officer(ActivationAction.SCAN, ActivationStatus.CODE_SENT, 55)
                                .mail(ActivationAction.BOUNCE, 20, "550 kotak surat tidak ada"),
                        waiting()
                                .officer(ActivationAction.SCAN, ActivationStatus.CODE_SENT, 50)
                                .channel(ActivationAction.CONFIRM, ActivationStatus.ACTIVE, 150))
                .forEach(story -> writer.running(office, story, now.minusSeconds(30L + dice.nextInt(60))));
    }

    private Story begun() {
        return new Story().officer(ActivationAction.BEGIN, ActivationStatus.STARTED, 0);
    }

    private Story registered() {
        return begun().officer(ActivationAction.INSTALL, ActivationStatus.FILLING, between(110, 290))
                .channel(ActivationAction.REGISTER, ActivationStatus.REGISTERED, between(90, 270));
    }

    private Story waiting() {
        return registered().channel(ActivationAction.MATCH, ActivationStatus.FACE_MATCHED, between(60, 200));
    }

    private Story finished(int fate) {
        Story story = registered();
        if (fate < 20) {
            story.channel(ActivationAction.MISMATCH, ActivationStatus.FACE_NOT_MATCHED, between(60, 180));
        }
        story.channel(ActivationAction.MATCH, ActivationStatus.FACE_MATCHED, between(50, 190))
                .officer(ActivationAction.SCAN, ActivationStatus.CODE_SENT, between(25, 80));
        if (fate > 95) {
            story.mail(ActivationAction.BOUNCE, between(10, 40), "550 kotak surat tidak ada")
                    .officer(ActivationAction.CHANGE_EMAIL, ActivationStatus.CODE_SENT, between(40, 90));
        }
        return story.channel(ActivationAction.CONFIRM, ActivationStatus.ACTIVE, between(100, 310))
                .officer(ActivationAction.ARCHIVE, ActivationStatus.ARCHIVED, between(5, 30));
    }

    private Story refused() {
        return new Story().officer(ActivationAction.REFUSE, ActivationStatus.REFUSED, 0);
    }

    private Story faceless() {
        Story story = registered();
        for (int i = 0; i < 3; i++) {
            story.channel(ActivationAction.MISMATCH, ActivationStatus.FACE_NOT_MATCHED, between(50, 100));
        }
        return story.officer(ActivationAction.ABANDON, ActivationStatus.ABANDONED, 60);
    }

    private Story unreachable() {
        return waiting()
                .officer(ActivationAction.SCAN, ActivationStatus.CODE_SENT, between(30, 70))
                .mail(ActivationAction.BOUNCE, 30, "552 kotak surat penuh")
                .officer(ActivationAction.ABANDON, ActivationStatus.ABANDONED, 200);
    }

    private Story gone() {
        return begun().officer(ActivationAction.ABANDON, ActivationStatus.ABANDONED, between(60, 200));
    }

    private int between(int least, int most) {
        return least + dice.nextInt(most - least);
    }
}
