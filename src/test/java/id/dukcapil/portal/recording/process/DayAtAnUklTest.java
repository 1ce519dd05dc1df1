package id.dukcapil.portal.recording.process;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static id.dukcapil.portal.counter.ServiceCode.PEREKAMAN;
import static id.dukcapil.portal.counter.ServiceCode.REGISTRASI;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import id.dukcapil.portal.Screen;
import id.dukcapil.portal.activation.process.ActivationScenario;
import id.dukcapil.portal.booking.BookingDetails;
import id.dukcapil.portal.booking.BookingScenario;
import id.dukcapil.portal.booking.DayAccount;
import id.dukcapil.portal.booking.DayAccounts;
import id.dukcapil.portal.booking.DayEnding;
import id.dukcapil.portal.booking.Reception;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.hall.Desk;
import id.dukcapil.portal.counter.queue.CounterWork;
import id.dukcapil.portal.counter.waiting.HallFigures;
import id.dukcapil.portal.recording.book.Diary;
import id.dukcapil.portal.recording.book.Diary.DiaryFilter;
import id.dukcapil.portal.recording.book.DiaryLine;
import id.dukcapil.portal.recording.process.RecordingDays.RecordingDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * Forty people at one UKL with two counters: twelve with a booking for the printing, 28 to be recorded, five of these first. Three
 * lack papers, four are recorded already, with two it fails, nineteen leave with the proof. All figures are counted by hand.
 */
@WithUserDetails("manajer")
class DayAtAnUklTest extends Screen {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 13);
    private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
    private static final int TO_RECORD = 28;
    private static final int BOOKED = 12;
    private static final Set<Integer> FIRST = Set.of(0, 6, 12, 18, 24);
    private static final Set<Integer> WITHOUT_PAPERS = Set.of(2, 9, 20);
    private static final Set<Integer> ALREADY = Set.of(4, 11, 17, 25);
    private static final Set<Integer> FAILING = Set.of(7, 22);

    @Autowired
    HallScenario hall;

    @Autowired
    RecordingScenario given;

    @Autowired
    ActivationScenario activations;

    @Autowired
    BookingScenario bookings;

    @Autowired
    Recordings recordings;

    @Autowired
    CounterWork work;

    @Autowired
    Reception reception;

    @Autowired
    Diary diary;

    @Autowired
    DayAccounts accounts;

    @Autowired
    RecordingDays days;

    @Autowired
    HallFigures figures;

    @Autowired
    JdbcClient jdbc;

    private final List<Nik> people = new ArrayList<>();
    private final Map<Nik, RecordingDetails> failed = new HashMap<>();
    private OfficeCode office = new OfficeCode("DINAS");
    private String registrar = "";
    private String recorder = "";

    @Test
    void bookDiaryAccountAndClockAgreeWithACountByHand() {
        clock.set(Instant.parse("2027-01-13T01:00:00Z"));
        office = hall.anOffice();
        hall.hall.settings(office);
        hall.aDesk(office, 2, REGISTRASI, CETAK_KTP);
        Desk recording = hall.aDesk(office, 3, PEREKAMAN);
        registrar = sits("registrasi", 2);
        recorder = sits("perekaman", 3);
        everybodyArrives();
        Optional<Ticket> next = given.as(registrar, work::next);
        while (next.isPresent()) {
            serve(next.get());
            next = given.as(registrar, work::next);
        }

        theHall(given.as(recorder, () -> figures.of(office, DAY, recording.id())));
        theRecordings(days.of(office, DAY));
        theDiary();
        theAccount(accounts.of(office, DAY));
        theClock();
        UI.getCurrent().navigate("papan-hari", QueryParameters.of("kantor", office.value()));
        assertThat(page())
                .containsPattern("Datang merekam\\D*28")
                .containsPattern("Berhasil\\D*19")
                .containsPattern("Sudah rekam\\D*4")
                .containsPattern("Persyaratan tidak benar\\D*3")
                .contains("Perekaman KTP-el", "Menunggu antrean perekaman");
    }

    private String sits(String role, int counter) {
        String operator = given.operator(role, office.value());
        given.as(operator, () -> {
            work.sitDown(counter);
            return true;
        });
        return operator;
    }

    /** One a minute from eight o'clock on; a booking comes along with each of the first twelve. */
    private void everybodyArrives() {
        bookings.quotaOf(office, DAY, 50, 0);
        List<BookingDetails> booked = new ArrayList<>();
        for (int i = 0; i < BOOKED; i++) {
            booked.add(bookings.booked(office, DAY));
        }
        String desk = hall.aClerk(office, "operator");
        for (int i = 0; i < TO_RECORD; i++) {
            Nik nik = activations.somebody();
            people.add(nik);
            if (FIRST.contains(i)) {
                hall.priority(office, REGISTRASI, nik);
            } else {
                hall.of(office, REGISTRASI, nik);
            }
            if (i < BOOKED) {
                BookingDetails booking = booked.get(i);
                hall.as(desk, () -> reception.checkIn(booking.code(), office));
            }
            minutes(1);
        }
    }

    private void minutes(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private void serve(Ticket ticket) {
        Nik nik = Objects.requireNonNull(ticket.nik());
        RecordingDetails before = failed.get(nik);
        if (ticket.service().equals(CETAK_KTP)) {
            given.as(registrar, () -> work.arrive(ticket.id()));
            minutes(4);
            given.as(registrar, () -> work.finish(ticket.id()));
        } else if (before != null) {
            minutes(1);
            given.as(
                    registrar,
                    () -> recordings.end(before.number(), before.version(), "Iris tidak terbaca, besok lagi"));
        } else {
            register(people.indexOf(nik), nik);
        }
    }

    /** One minute at the desk, three for the papers, one for BcardManagement. */
    private void register(int person, Nik nik) {
        RecordingDetails opened =
                given.as(registrar, () -> ((OpeningDecision.Opened) recordings.open(nik, "")).recording());
        String number = opened.number();
        minutes(1);
        long received =
                version(given.as(registrar, () -> recordings.receive(number, opened.version(), "KTP lama", "")));
        minutes(3);
        if (WITHOUT_PAPERS.contains(person)) {
            given.as(registrar, () -> recordings.giveBack(number, received, List.of(Requirement.FAMILY_CARD), ""));
            return;
        }
        long accepted =
                version(given.as(registrar, () -> recordings.accept(number, received, RecordingScenario.papers())));
        minutes(1);
        if (ALREADY.contains(person)) {
            given.as(registrar, () -> recordings.already(number, accepted, "Rekaman 2024 siap cetak.", NextStop.PRINT));
            return;
        }
        record(
                person,
                nik,
                given.as(registrar, () -> recordings.notYet(number, accepted)).orElseThrow());
    }

    /** Five minutes at Benrollment, one for the proof. */
    private void record(int person, Nik nik, RecordingDetails forwarded) {
        String number = forwarded.number();
        Ticket called = given.as(recorder, work::next).orElseThrow();
        assertThat(called.nik()).isEqualTo(nik);
        assertThat(called.label()).isEqualTo(forwarded.ticket());
        long taken = version(given.as(recorder, () -> recordings.takeOver(number, forwarded.version())));
        minutes(5);
        if (FAILING.contains(person)) {
            failed.put(
                    nik,
                    given.as(recorder, () -> recordings.fail(number, taken, Failure.IRIS, ""))
                            .orElseThrow());
            return;
        }
        long succeeded = version(given.as(recorder, () -> recordings.succeed(number, taken)));
        minutes(1);
        given.as(recorder, () -> recordings.finish(number, succeeded));
    }

    private static long version(Optional<RecordingDetails> recording) {
        return recording.orElseThrow().version();
    }

    /** 28 registrations, 12 printings, 2 that came back; 21 recordings. The five were called first at both counters. */
    private void theHall(HallFigures.Day day) {
        assertThat(day.calls()).isEqualTo(28 + 12 + 2 + 21);
        assertThat(day.priorities()).isEqualTo(2 * 5);
        assertThat(day.finished()).isEqualTo(21);
        assertThat(day.absent()).isZero();
        assertThat(Objects.requireNonNull(day.serving()).median()).isEqualTo(5);
        assertThat(jdbc.sql("SELECT COUNT(*) FROM counter_ticket WHERE office_code = ? AND service_day = ?"
                                + " AND status NOT IN ('FINISHED', 'CONTINUED')")
                        .params(office.value(), DAY)
                        .query(Integer.class)
                        .single())
                .as("nobody is left in the hall")
                .isZero();
    }

    private static void theRecordings(RecordingDay day) {
        assertThat(day.opened()).isEqualTo(28);
        assertThat(day.count(RecordingPhase::isRecorded)).isEqualTo(19);
        assertThat(day.phases())
                .isEqualTo(Map.of(
                        RecordingPhase.FINISHED, 19,
                        RecordingPhase.RETURNED, 3,
                        RecordingPhase.ALREADY_RECORDED, 4,
                        RecordingPhase.NOT_RECORDED, 2));
        // Step 2: 28 × 3 minutes of papers, 25 × 1 of BcardManagement, 2 × 1 of those who came back, over 28 people
        assertThat(day.steps())
                .containsExactly(
                        Optional.of(Duration.ofMinutes(1)),
                        Optional.of(Duration.ofSeconds(111 * 60 / 28)),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofMinutes(1)));
        assertThat(day.queue()).contains(Duration.ZERO);
    }

    private void theDiary() {
        List<DiaryLine> lines =
                given.as(registrar, () -> diary.page(new DiaryFilter(office, DAY, DAY, WIB), null, 0, 500));
        assertThat(lines.stream().collect(Collectors.groupingBy(DiaryLine::event, Collectors.counting())))
                .isEqualTo(Map.of(
                        "Berkas perekaman KTP-el diterima", 28L,
                        "Persyaratan tidak benar, berkas dikembalikan", 3L,
                        "Sudah rekam, berkas dikembalikan", 4L,
                        "Perekaman KTP-el tidak berhasil", 2L,
                        "Perekaman KTP-el berhasil", 19L));
    }

    private static void theAccount(DayAccount account) {
        assertThat(account.issued()).isEqualTo(12);
        assertThat(account.count(DayEnding.SERVED)).isEqualTo(12);
    }

    /** Seconds in each step of the procedure, of all cases together. */
    private void theClock() {
        Map<Integer, Long> seconds = jdbc
                .sql("""
                        SELECT i.step, SUM(TIMESTAMPDIFF(SECOND, i.from_at, i.to_at)) FROM sla_interval i
                        JOIN sla_case c ON c.id = i.case_id
                        WHERE c.office_code = ? AND c.standard = 'pesisir-selatan-039-2019' AND DATE(c.opened_at) = ?
                          AND c.closed_at IS NOT NULL GROUP BY i.step""")
                .params(office.value(), DAY)
                .query((row, number) -> Map.entry(row.getInt(1), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(seconds).isEqualTo(Map.of(1, 28 * 60L, 2, 111 * 60L, 3, 21 * 5 * 60L, 4, 19 * 60L));
    }
}
