package id.dukcapil.portal.visits.ui.day;

import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.day.DayPapers;
import id.dukcapil.portal.visits.day.DayTotals;
import id.dukcapil.portal.visits.day.EvidencePictures;
import id.dukcapil.portal.visits.day.Verdict;
import id.dukcapil.portal.visits.day.VisitDays;
import id.dukcapil.portal.visits.day.VisitDays.Answer;
import id.dukcapil.portal.visits.day.VisitDays.Batch;
import id.dukcapil.portal.visits.day.VisitDays.SignOff;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Hari-H: the page of a visit on the tablet, its list, what the tablet tells, and the sign-off. */
@RestController
@PreAuthorize("hasAuthority('VISIT_RECORD')")
class TabletPages {

    static final String PATH = "/hari-h/{number:[A-Z0-9-]+}";

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final VisitDays days;
    private final DayPapers papers;
    private final EvidencePictures pictures;
    private final CurrentStaff staff;
    private final Organisation organisation;
    private final Clock clock;

    TabletPages(
            VisitDays days,
            DayPapers papers,
            EvidencePictures pictures,
            CurrentStaff staff,
            Organisation organisation,
            Clock clock) {
        this.days = days;
        this.papers = papers;
        this.pictures = pictures;
        this.staff = staff;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** The shell names no one, so that the tablet may keep it. */
    @GetMapping(PATH)
    ResponseEntity<Resource> shell() {
        return ResponseEntity.ok().contentType(HTML).body(new ClassPathResource("pages/visit-day.html"));
    }

    /** Its scope is the folder it is in, so that it serves no other page of the portal. */
    @GetMapping("/hari-h/pekerja.js")
    ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("META-INF/resources/components/visit-worker.js"));
    }

    @GetMapping(PATH + "/data")
    ResponseEntity<?> data(@PathVariable String number, CsrfToken csrf) {
        LocalDate today = organisation.today(clock);
        int zone = organisation.timeZone().getRules().getOffset(clock.instant()).getTotalSeconds() / 60;
        return found(days.open(number).map(opened -> TabletSheet.of(opened, today, zone, staff.require(), csrf)));
    }

    /** @param now clock of the portal in milliseconds */
    record Told(long now, boolean closed, List<Verdict> verdicts, List<TabletSheet.Row> rows) {}

    @PostMapping(path = PATH + "/operasi", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> operations(@PathVariable String number, @RequestBody Batch batch) {
        return days.deliver(number, batch)
                .<ResponseEntity<?>>map(answer -> switch (answer) {
                    case Answer.Told told ->
                        ResponseEntity.ok(new Told(
                                told.at().toEpochMilli(),
                                told.closed(),
                                told.verdicts(),
                                told.rows().stream().map(TabletSheet.Row::of).toList()));
                    case Answer.Gap gap ->
                        ResponseEntity.status(HttpStatus.CONFLICT).body(gap);
                    case Answer.Foreign foreign ->
                        ResponseEntity.status(HttpStatus.CONFLICT).body(foreign);
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping(path = PATH + "/tutup", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> close(@PathVariable String number, @RequestBody SignOff signOff) {
        try {
            Optional<DayTotals> totals = days.close(number, signOff);
            return found(totals);
        } catch (InvalidInput | IllegalMove refused) {
            return refused(refused);
        }
    }

    private static ResponseEntity<?> refused(RuntimeException refused) {
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT)
                .body(Map.of("sentence", String.valueOf(refused.getMessage())));
    }

    @PostMapping(path = PATH + "/bukti/{pupil}", consumes = MediaType.IMAGE_JPEG_VALUE)
    ResponseEntity<?> picture(@PathVariable String number, @PathVariable UUID pupil, InputStream picture)
            throws IOException {
        try {
            return pictures.keep(number, pupil, picture)
                    ? ResponseEntity.noContent().build()
                    : ResponseEntity.notFound().build();
        } catch (InvalidInput refused) {
            return refused(refused);
        }
    }

    @GetMapping(PATH + "/bukti/{pupil}")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable UUID pupil) {
        return pictures.open(number, pupil)
                .map(picture -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(picture))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping(PATH + "/daftar-hadir.pdf")
    ResponseEntity<byte[]> attendance(@PathVariable String number) {
        return pdf(papers.attendance(number));
    }

    @GetMapping(PATH + "/ulang-tahun.pdf")
    ResponseEntity<byte[]> birthdays(@PathVariable String number) {
        return pdf(papers.birthdays(number));
    }

    private static ResponseEntity<byte[]> pdf(Optional<byte[]> paper) {
        return paper.map(pdf -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_PDF)
                        .cacheControl(CacheControl.noStore())
                        .body(pdf))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<?> found(Optional<?> body) {
        return body.<ResponseEntity<?>>map(value ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(value))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
