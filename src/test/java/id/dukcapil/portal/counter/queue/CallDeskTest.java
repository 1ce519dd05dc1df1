package id.dukcapil.portal.counter.queue;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static id.dukcapil.portal.counter.ServiceCode.KK;
import static id.dukcapil.portal.counter.ServiceCode.PEREKAMAN;
import static id.dukcapil.portal.counter.ServiceCode.REGISTRASI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.procedure.CurrentActor;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.HallScenario.Clerk;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.TicketRefused;
import id.dukcapil.portal.counter.TicketStatus;
import id.dukcapil.portal.counter.hall.Hall;
import id.dukcapil.portal.counter.queue.Stays.Kind;
import id.dukcapil.portal.counter.queue.Stays.Stay;
import id.dukcapil.portal.counter.waiting.Expectation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers and calls of one office, with several clerks at the same time. */
@IntegrationTest
class CallDeskTest {

    private static final Nik DEWI = new Nik("3204104506010004");

    @Autowired
    HallScenario given;

    @Autowired
    Stays stays;

    @Autowired
    Calls calls;

    @Autowired
    CurrentActor actor;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    private void minutes(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private String reasonAt(Clerk clerk) {
        return calls.openAt(clerk.counter().id()).orElseThrow().reason();
    }

    @Test
    void anOfficeThatHasSetUpNothingWorksWithOneCounter() {
        OfficeCode office = given.anOffice();
        Ticket first = given.walkIn(office, CETAK_KTP);
        assertThat(first.label()).isEqualTo("C-001");
        Clerk clerk = given.clerk(office, 1);
        assertThat(clerk.calls().id()).isEqualTo(first.id());
    }

    @Test
    void bookingsAndPriorityComeFirstUntilAWalkInHasWaitedItsAllowance() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket walkIn = given.walkIn(office, CETAK_KTP);
        minutes(10);
        Ticket booked = given.booked(office, CETAK_KTP, "ABCD-" + office);
        minutes(1);
        Ticket old = given.priority(office, KK);
        assertThat(clerk.calls().id()).isEqualTo(booked.id());
        assertThat(reasonAt(clerk))
                .isEqualTo(
                        "Dipanggil karena menunggu sejak 09.10 dengan booking hari ini; gilirannya 09.15, kini paling awal.");
        assertThat(calls.openAt(clerk.counter().id()).orElseThrow().overtaken()).isOne();
        clerk.finishes(booked);
        assertThat(clerk.calls().id()).isEqualTo(old.id());
        clerk.finishes(old);
        minutes(16);
        Ticket late = given.booked(office, CETAK_KTP, "EFGH-" + office);
        assertThat(clerk.calls().id()).isEqualTo(walkIn.id());
        clerk.finishes(walkIn);
        assertThat(clerk.calls().id()).isEqualTo(late.id());
    }

    @Test
    void waitingWayAndServiceAreKeptApart() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        minutes(12);
        clerk.calls();
        minutes(1);
        clerk.repeats(ticket);
        clerk.serves(ticket);
        minutes(7);
        clerk.finishes(ticket);
        assertThat(stays.of(ticket.id()))
                .extracting(
                        Stay::kind,
                        stay -> Duration.between(stay.start(), stay.end()).toMinutes())
                .containsExactly(tuple(Kind.WAITING, 12L), tuple(Kind.WAY, 1L), tuple(Kind.SERVICE, 7L));
    }

    @Test
    void aCallCanBeTakenBackForTenSecondsAndThenNoMore() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        minutes(5);
        clerk.calls();
        clock.advance(Duration.ofSeconds(9));
        assertThat(clerk.takesBack(ticket).status()).isEqualTo(TicketStatus.WAITING);
        assertThat(stays.of(ticket.id()))
                .singleElement()
                .satisfies(stay -> assertThat(stay.end()).isNull());
        clerk.calls();
        clock.advance(Duration.ofSeconds(11));
        assertThatThrownBy(() -> clerk.takesBack(ticket)).isInstanceOf(TicketRefused.class);
    }

    @Test
    void aCounterHasOneOpenNumber() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket first = given.walkIn(office, CETAK_KTP);
        Ticket second = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        assertThatThrownBy(clerk::next).isInstanceOf(TicketRefused.class).hasMessageContaining("selesaikan dahulu");
        assertThat(given.now(second).status()).isEqualTo(TicketStatus.WAITING);
        clerk.finishes(first);
        assertThatThrownBy(() -> clerk.finishes(first))
                .isInstanceOf(TicketRefused.class)
                .hasMessageContaining("selesai");
    }

    @Test
    void aNumberIsCalledThreeTimesThenThePersonIsAbsentAndComesBackToTheOldPlaceOnce() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clerk.repeats(ticket);
        clerk.repeats(ticket);
        assertThatThrownBy(() -> clerk.repeats(ticket)).hasMessageContaining("sudah dipanggil 3 kali");
        clerk.misses(ticket);
        minutes(20);
        given.walkIn(office, CETAK_KTP);
        Ticket back = clerk.takesAgain(ticket);
        assertThat(back.due()).isEqualTo(ticket.due());
        assertThat(clerk.calls().id()).isEqualTo(ticket.id());
        assertThat(reasonAt(clerk)).contains("kembali ke tempat semula");
        clerk.misses(ticket);
        assertThatThrownBy(() -> clerk.takesAgain(ticket)).hasMessageContaining("sudah pernah dikembalikan");
    }

    @Test
    void whatIsHeldIsPassedOverAndKeepsItsPlace() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket held = given.walkIn(office, CETAK_KTP);
        Ticket other = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clerk.holds(held);
        assertThat(clerk.calls().id()).isEqualTo(other.id());
        clerk.finishes(other);
        assertThat(clerk.next()).isEmpty();
        clerk.resumes(held);
        assertThat(clerk.calls().id()).isEqualTo(held.id());
    }

    @Test
    void aTransferKeepsNumberArrivalAndPlace() {
        OfficeCode office = given.anOffice();
        Clerk printing = given.clerk(office, 2, CETAK_KTP);
        Clerk family = given.clerk(office, 3, KK);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        minutes(10);
        given.walkIn(office, KK);
        printing.calls();
        Ticket moved = printing.transfers(ticket, KK);
        assertThat(moved.label()).isEqualTo("C-001");
        assertThat(moved.due()).isEqualTo(ticket.due());
        assertThat(family.calls().id()).isEqualTo(ticket.id());
    }

    @Test
    void aRegistrationGoesOnAsARecordingUnderAnotherNumberWithTheFirstArrival() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket registration = given.of(office, REGISTRASI, DEWI);
        minutes(15);
        clerk.calls();
        minutes(5);
        Ticket recording = clerk.continues(registration, PEREKAMAN);
        assertThat(recording.label()).isEqualTo("P-001");
        assertThat(recording.firstArrival()).isEqualTo(registration.firstArrival());
        assertThat(recording.due()).isEqualTo(registration.due());
        assertThat(recording.nik()).isEqualTo(DEWI);
        assertThat(given.now(registration))
                .returns(TicketStatus.CONTINUED, Ticket::status)
                .returns(recording.id(), Ticket::next);
    }

    @Test
    void aPersonHasOneOpenTicketInAnOffice() {
        OfficeCode office = given.anOffice();
        Ticket first = given.of(office, CETAK_KTP, DEWI);
        assertThat(given.of(office, KK, DEWI).id()).isEqualTo(first.id());
        Ticket unknown = given.walkIn(office, KK);
        assertThat(unknown.label()).isEqualTo("K-001");
        assertThatThrownBy(() -> given.dispenser.identify(unknown.id(), DEWI))
                .isInstanceOf(TicketRefused.class)
                .hasMessage("Orang ini sudah punya nomor C-001 yang menunggu.");
    }

    @Test
    void clerksWhoCallAtTheSameMomentGetDifferentPeople() throws Exception {
        OfficeCode office = given.anOffice();
        var clerks = new ArrayList<Clerk>();
        for (int i = 2; i < 8; i++) {
            clerks.add(given.clerk(office, i, CETAK_KTP));
        }
        for (int i = 0; i < clerks.size(); i++) {
            given.walkIn(office, CETAK_KTP);
        }
        try (var threads = Executors.newFixedThreadPool(clerks.size())) {
            List<Callable<Ticket>> all =
                    clerks.stream().<Callable<Ticket>>map(clerk -> clerk::calls).toList();
            var called = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(all)) {
                called.add(answer.get().number());
            }
            assertThat(called).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void aClosedCounterPutsTheOneWhoWasCalledBackAndRefusesWhileAPersonIsServed() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clerk.serves(ticket);
        assertThatThrownBy(clerk::closes).hasMessageContaining("masih dilayani");
        clerk.finishes(ticket);
        Ticket next = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clerk.closes();
        assertThat(given.now(next).status()).isEqualTo(TicketStatus.WAITING);
        assertThatThrownBy(clerk::next).hasMessageContaining("tutup");
    }

    @Test
    void aCounterInABreakCallsNobody() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        given.walkIn(office, CETAK_KTP);
        clerk.rests(true);
        assertThatThrownBy(clerk::next).hasMessageContaining("istirahat");
        minutes(5);
        clerk.rests(false);
        assertThat(clerk.next()).isPresent();
        assertThat(jdbc.sql("SELECT break_seconds FROM counter_sitting WHERE open_desk = ?")
                        .param(clerk.counter().id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(300);
    }

    @Test
    void overMidnightNumbersBeginAnewAndWhatWasLeftOpenIsSettled() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket left = given.walkIn(office, CETAK_KTP);
        Ticket open = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clock.advance(Duration.ofDays(1));
        clerk.opensAgain();
        assertThat(given.walkIn(office, CETAK_KTP).label()).isEqualTo("C-001");
        assertThat(given.rows.leftOver(office, given.hall.today(given.hall.office(office))))
                .extracting(Ticket::id)
                .containsExactlyInAnyOrder(left.id(), open.id());
        assertThat(clerk.calls().serviceDay()).isEqualTo("2026-11-24");
        assertThat(clerk.settles(left, true).status()).isEqualTo(TicketStatus.FINISHED);
        assertThat(clerk.settles(open, false).status()).isEqualTo(TicketStatus.CANCELLED);
        assertThatThrownBy(() -> clerk.settles(open, false)).isInstanceOf(IllegalMove.class);
    }

    @Test
    void aRestartWhilePeopleWaitLosesNothingAndTheCallsGoOn() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket served = given.walkIn(office, CETAK_KTP);
        Ticket booked = given.booked(office, CETAK_KTP, "IJKL-" + office);
        Ticket held = given.walkIn(office, CETAK_KTP);
        Ticket waiting = given.walkIn(office, CETAK_KTP);
        clerk.finishes(clerk.calls());
        clerk.calls();
        clerk.serves(served);
        clerk.holds(served);
        clerk.serves(clerk.calls());
        try (var restarted = new AnnotationConfigApplicationContext()) {
            restarted.setParent(context);
            restarted.scan(
                    CallDesk.class.getPackageName(), Hall.class.getPackageName(), Expectation.class.getPackageName());
            restarted.refresh();
            CallDesk desk = restarted.getBean(CallDesk.class);
            assertThat(desk).isNotSameAs(given.desk);
            assertThat(restarted.getBean(Calls.class).openAt(clerk.counter().id()))
                    .hasValueSatisfying(open -> assertThat(open.ticket()).isEqualTo(held.id()));
            clerk.does(() -> desk.finish(held.id(), actor.now()));
            assertThat(clerk.does(() -> desk.next(clerk.counter(), actor.now()))
                            .orElseThrow()
                            .id())
                    .isEqualTo(waiting.id());
            clerk.does(() -> desk.finish(waiting.id(), actor.now()));
            clerk.does(() -> desk.resume(served.id(), actor.now()));
            assertThat(clerk.does(() -> desk.next(clerk.counter(), actor.now()))
                            .orElseThrow()
                            .id())
                    .isEqualTo(served.id());
        }
        assertThat(given.now(booked).status()).isEqualTo(TicketStatus.FINISHED);
        assertThat(given.walkIn(office, CETAK_KTP).label()).isEqualTo("C-005");
    }

    @Test
    void aClockThatIsSetBackMakesNoNegativeTimes() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket ticket = given.walkIn(office, CETAK_KTP);
        clock.advance(Duration.ofHours(-1));
        Ticket later = given.walkIn(office, CETAK_KTP);
        assertThat(later.label()).isEqualTo("C-002");
        clerk.finishes(clerk.calls());
        clerk.finishes(clerk.calls());
        assertThat(stays.of(ticket.id()))
                .allMatch(stay -> stay.end() != null && !stay.end().isBefore(stay.start()));
    }
}
