package id.dukcapil.portal.sla.archive;

import static org.assertj.core.api.Assertions.assertThat;

import id.dukcapil.portal.IntegrationTest;
import id.dukcapil.portal.SettableClock;
import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.CaseMoved;
import id.dukcapil.portal.common.OfficeCode;
import id.dukcapil.portal.common.PastCases;
import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.platform.RecurringJob;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithUserDetails;
import org.springframework.transaction.support.TransactionOperations;

/** The performance report of March 2035, and what becomes of it when a holiday is entered in April. */
@IntegrationTest
@WithUserDetails("manajer")
class PerformancePapersTest {

    private static final OfficeCode PLACE = new OfficeCode("320446");
    private static final LocalDate MARCH = LocalDate.of(2035, 3, 1);
    private static final Instant LATER = Instant.parse("2035-04-02T21:00:00Z");
    private static final int ACCENT = 0x0b5d66;

    @Autowired
    PerformancePapers reports;

    @Autowired
    Papers papers;

    @Autowired
    @Qualifier("workOutStays")
    RecurringJob workOutStays;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionOperations transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @AfterEach
    void today() {
        clock.reset();
        jdbc.sql("DELETE FROM calendar_holiday WHERE holiday_date = '2035-03-15'")
                .update();
    }

    @Test
    void aHolidayEnteredAfterTheMonthIsClosedMakesAnEditionAndTheOldPdfStays() throws Exception {
        clock.set(LATER);
        overNight();
        run();
        ArchivedPaper first = reports.make(PaperKind.MONTH, MARCH, LATER).orElseThrow();
        assertThat(first.row().edition()).isOne();
        assertThat(reports.make(PaperKind.MONTH, MARCH, LATER)).isEmpty();
        byte[] pdf = papers.pdf(first.row().number());
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            "LAPORAN KINERJA BULANAN", "Edisi kalender", "Menurut prosedur", "Apa yang berubah", "P90")
                    .contains("UKL Kecamatan Kutawaringin");
            assertThat(drawn(new PDFRenderer(document), document.getNumberOfPages()))
                    .as("pages with charts")
                    .isGreaterThanOrEqualTo(2);
        }

        jdbc.sql("""
                        INSERT INTO calendar_holiday (holiday_date, name, kind, basis, source, certainty)
                        VALUES ('2035-03-15', 'Pemilihan', 'LOCAL', 'Keputusan Bupati', 'uji', 'TERKONFIRMASI')""").update();
        run();
        ArchivedPaper second = reports.make(PaperKind.MONTH, MARCH, LATER).orElseThrow();
        assertThat(second.row().edition()).isEqualTo(2);
        assertThat(second.cause()).contains("kalender");
        assertThat(second.content().parts().getFirst())
                .isNotEqualTo(first.content().parts().getFirst());
        assertThat(papers.pdf(first.row().number())).isEqualTo(pdf);
        assertThat(papers.find(first.row().number())).hasValue(first);
        assertThat(reports.make(PaperKind.MONTH, MARCH, LATER)).isEmpty();
    }

    @Test
    void aWeekWithoutAnythingHasNoReport() {
        assertThat(reports.make(PaperKind.WEEK, LocalDate.of(2043, 1, 5), LATER))
                .isEqualTo(Optional.empty());
    }

    /** Twenty requests that come in on the afternoon before the later holiday and end on the morning after it. */
    private void overNight() {
        var moves = new ArrayList<CaseMoved>();
        for (int i = 0; i < 20; i++) {
            UUID id = UUID.randomUUID();
            Instant begun = Instant.parse("2035-03-14T07:00:00Z").plusSeconds(60L * i);
            moves.add(moved(id, null, 6, begun));
            moves.add(moved(id, 6, 7, Instant.parse("2035-03-16T02:00:00Z")));
            moves.add(moved(id, 7, null, Instant.parse("2035-03-16T02:10:00Z")));
        }
        transaction.executeWithoutResult(done -> events.publishEvent(new PastCases(moves)));
    }

    private static CaseMoved moved(UUID id, @Nullable Integer ended, @Nullable Integer begun, Instant at) {
        return new CaseMoved(
                id,
                "bandung-31-2023",
                "UJI/" + id,
                PLACE,
                ended,
                begun,
                begun == null ? WaitingFor.NOBODY : WaitingFor.OFFICE,
                at,
                Actor.PORTAL);
    }

    /** The job looks at neither of what the scheduler hands it. */
    @SuppressWarnings("NullAway")
    private void run() {
        workOutStays.executeRecurringly(null, null);
    }

    private static int drawn(PDFRenderer renderer, int pages) throws java.io.IOException {
        int drawn = 0;
        for (int page = 0; page < pages; page++) {
            BufferedImage picture = renderer.renderImageWithDPI(page, 60);
            int pixels = 0;
            for (int x = 0; x < picture.getWidth(); x++) {
                for (int y = 0; y < picture.getHeight(); y++) {
                    pixels += (picture.getRGB(x, y) & 0xffffff) == ACCENT ? 1 : 0;
                }
            }
            drawn += pixels > 150 ? 1 : 0;
        }
        return drawn;
    }
}
