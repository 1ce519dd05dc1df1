package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.PublicSchedule;
import id.dukcapil.portal.common.OfficeCode;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Jadwal: on which days the offices still have seats, for everybody and without an account. On the night on which a quota
 * opens everybody looks at once, so a page is written once for all who ask within a few seconds.
 */
@Controller
class SchedulePages {

    static final String PATH = "/jadwal";

    private final PublicSchedule schedule;
    private final SchedulePress press;

    SchedulePages(PublicSchedule schedule, SchedulePress press) {
        this.schedule = schedule;
        this.press = press;
    }

    @GetMapping({PATH, PATH + "/"})
    ResponseEntity<byte[]> all() {
        return schedule.now().map(press::overview).map(SchedulePages::shown).orElseGet(this::silent);
    }

    @GetMapping({PATH + "/{office}", PATH + "/{office}/"})
    ResponseEntity<byte[]> one(@PathVariable String office) {
        Optional<PublicSchedule.Schedule> now = schedule.now();
        if (now.isEmpty()) {
            return silent();
        }
        return OfficeCode.read(office)
                .flatMap(now.get()::of)
                .map(place -> press.office(now.get(), place))
                .map(SchedulePages::shown)
                .orElseGet(this::elsewhere);
    }

    @GetMapping(PATH + "/*/**")
    ResponseEntity<byte[]> elsewhere() {
        return plain(HttpStatus.NOT_FOUND)
                .body(press.plain("Kantor tidak dikenal", "Pilih kantor dari daftar semua kantor."));
    }

    /** A browser that comes back within seconds asks nobody; one that comes later is told when nothing has changed. */
    private static ResponseEntity<byte[]> shown(SchedulePress.Page page) {
        return ResponseEntity.ok()
                .contentType(PublicSheet.HTML)
                .cacheControl(CacheControl.maxAge(PublicSchedule.KEPT).cachePublic())
                .eTag(page.tag())
                .body(page.html());
    }

    private ResponseEntity<byte[]> silent() {
        return plain(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(PublicSchedule.KEPT.toSeconds()))
                .body(press.plain("Jadwal sedang tidak dapat dibaca", "Muat ulang halaman ini sebentar lagi."));
    }

    private static ResponseEntity.BodyBuilder plain(HttpStatus status) {
        return ResponseEntity.status(status).contentType(PublicSheet.HTML).cacheControl(CacheControl.noStore());
    }
}
