package id.dukcapil.portal.counter.board;

import static id.dukcapil.portal.counter.ServiceCode.CETAK_KTP;
import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.counter.HallScenario;
import id.dukcapil.portal.counter.HallScenario.Clerk;
import id.dukcapil.portal.counter.Ticket;
import id.dukcapil.portal.counter.board.Board.Called;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a board shows when days end and clocks are wrong. */
@IntegrationTest
class BoardsTest {

    @Autowired
    HallScenario given;

    @Autowired
    Boards boards;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday() {
        clock.reset();
    }

    private Board boardOf(OfficeCode office) {
        return boards.now(given.hall.office(office));
    }

    @Test
    void overMidnightTheBoardIsEmptyAndBearsTheNewDate() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        given.walkIn(office, CETAK_KTP);
        given.walkIn(office, CETAK_KTP);
        clock.advance(Duration.ofHours(14));
        clerk.calls();
        assertThat(boardOf(office).calls()).extracting(Called::number).containsExactly("C-001");
        clock.advance(Duration.ofHours(2));
        assertThat(boardOf(office).date()).isEqualTo("Selasa, 24 November 2026");
        assertThat(boardOf(office).calls()).isEmpty();
        assertThat(boardOf(office).services()).allMatch(line -> line.waiting() == 0);
    }

    @Test
    void theLatestCallIsOnTopAlthoughTheClockWasSetBackAnHour() {
        OfficeCode office = given.anOffice();
        Clerk clerk = given.clerk(office, 1);
        Ticket first = given.walkIn(office, CETAK_KTP);
        Ticket second = given.walkIn(office, CETAK_KTP);
        clerk.calls();
        clerk.finishes(first);
        clock.advance(Duration.ofHours(-1));
        clerk.calls();
        assertThat(boardOf(office).calls()).extracting(Called::number).containsExactly(second.label(), first.label());
        clerk.repeats(second);
        assertThat(boardOf(office).calls().getFirst())
                .returns(second.label(), Called::number)
                .satisfies(call -> assertThat(call.sentence()).startsWith("Dipanggil kembali."));
    }
}
