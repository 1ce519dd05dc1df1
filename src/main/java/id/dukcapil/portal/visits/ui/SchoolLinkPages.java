package id.dukcapil.portal.visits.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.pupil.PupilLists.ListImport;
import id.dukcapil.portal.visits.visit.SchoolAnswer;
import id.dukcapil.portal.visits.visit.SchoolLinks;
import id.dukcapil.portal.visits.visit.VisitDetails;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The page behind the link of a letter: what is planned, and the school's answer. Plain HTML without script and session. */
@Controller
class SchoolLinkPages {

    static final String PATH = "/sekolah/tautan";

    private static final int ROWS_SHOWN = 5;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final SchoolLinks links;
    private final Organisation organisation;
    private final Template page;

    SchoolLinkPages(SchoolLinks links, Organisation organisation) {
        this.links = links;
        this.organisation = organisation;
        try {
            page = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/school-answer.html")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the school's page cannot be read", e);
        }
    }

    private record Verdict(Tone tone, String sign, String headline, String sentence) {}

    /** What stands in the fields of the form. */
    private record Answered(String siswa, String hari, String dari, String sampai, String narahubung, String catatan) {}

    @GetMapping(PATH + "/{token}")
    ResponseEntity<String> look(@PathVariable String token, HttpServletRequest request) {
        return tooOften(request)
                .orElseGet(() -> links.look(token)
                        .map(visit -> answer(HttpStatus.OK, verdict(visit), visit))
                        .orElseGet(this::unknown));
    }

    @PostMapping(PATH + "/{token}")
    ResponseEntity<String> answer(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String siswa,
            @RequestParam(defaultValue = "") String hari,
            @RequestParam(defaultValue = "") String dari,
            @RequestParam(defaultValue = "") String sampai,
            @RequestParam(defaultValue = "") String narahubung,
            @RequestParam(defaultValue = "") String catatan,
            HttpServletRequest request) {
        return tooOften(request)
                .orElseGet(() -> entered(token, new Answered(siswa, hari, dari, sampai, narahubung, catatan)));
    }

    private ResponseEntity<String> entered(String token, Answered form) {
        try {
            return links.answer(token, answer(form))
                    .map(visit -> answer(HttpStatus.OK, verdict(visit), visit))
                    .orElseGet(this::unknown);
        } catch (InvalidInput | IllegalMove refused) {
            var verdict = new Verdict(Tone.LATE, "!", "Belum terkirim", String.valueOf(refused.getMessage()));
            return links.look(token)
                    .map(visit -> answer(HttpStatus.UNPROCESSABLE_CONTENT, verdict, visit))
                    .orElseGet(this::unknown);
        }
    }

    @PostMapping(PATH + "/{token}/daftar")
    ResponseEntity<String> list(
            @PathVariable String token, @RequestParam("berkas") MultipartFile file, HttpServletRequest request) {
        return tooOften(request).orElseGet(() -> {
            Verdict verdict;
            HttpStatus status = HttpStatus.OK;
            try (InputStream content = file.getInputStream()) {
                verdict =
                        links.list(token, content).map(SchoolLinkPages::listed).orElse(null);
            } catch (InvalidInput refused) {
                status = HttpStatus.UNPROCESSABLE_CONTENT;
                verdict = new Verdict(Tone.LATE, "!", "Daftar belum masuk", String.valueOf(refused.getMessage()));
            } catch (IOException broken) {
                throw new UncheckedIOException("An uploaded list cannot be read", broken);
            }
            VisitDetails visit = links.look(token).orElse(null);
            return verdict == null || visit == null ? unknown() : answer(status, verdict, visit);
        });
    }

    private static Verdict listed(ListImport list) {
        List<String> refused = list.refused();
        return refused.isEmpty()
                ? new Verdict(Tone.OK, "✓", "Daftar diterima", "%d siswa masuk.".formatted(list.listed()))
                : new Verdict(
                        Tone.WARN,
                        "!",
                        "Daftar diterima sebagian",
                        "%d siswa masuk, %d baris tidak: %s"
                                .formatted(
                                        list.listed(),
                                        refused.size(),
                                        String.join(
                                                " ",
                                                refused.stream()
                                                        .limit(ROWS_SHOWN)
                                                        .toList())));
    }

    private static SchoolAnswer answer(Answered form) {
        if (!form.siswa().matches("\\d{1,5}")) {
            throw new InvalidInput("pupils", "Isi jumlah siswa dengan angka.");
        }
        return new SchoolAnswer(
                day(form.hari()),
                day(form.dari()),
                day(form.sampai()),
                Integer.parseInt(form.siswa()),
                form.narahubung(),
                form.catatan());
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeException nonsense) {
            throw new InvalidInput("day", "Tanggal tidak dikenal.");
        }
    }

    @GetMapping({PATH, PATH + "/", PATH + "/*/**"})
    ResponseEntity<String> elsewhere() {
        return unknown();
    }

    private Optional<ResponseEntity<String>> tooOften(HttpServletRequest request) {
        return links.refusal(request.getRemoteAddr()).map(this::wait);
    }

    private ResponseEntity<String> wait(Duration time) {
        long seconds = Math.max(1, time.plusMillis(999).toSeconds());
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(HTML)
                .body(html(
                        new Verdict(Tone.WARN, "!", "Terlalu sering", "Coba lagi dalam %d detik.".formatted(seconds)),
                        null));
    }

    private ResponseEntity<String> unknown() {
        return ResponseEntity.status(HttpStatus.NOT_FOUND)
                .contentType(HTML)
                .body(html(
                        new Verdict(
                                Tone.NEUTRAL,
                                "?",
                                "Tautan tidak dikenal",
                                "Periksa tautan pada surat, atau hubungi Dinas."),
                        null));
    }

    private ResponseEntity<String> answer(HttpStatus status, Verdict verdict, VisitDetails visit) {
        return ResponseEntity.status(status).contentType(HTML).body(html(verdict, visit));
    }

    private static Verdict verdict(VisitDetails visit) {
        return switch (visit.status()) {
            case DRAFT, INVITED ->
                new Verdict(Tone.INFO, "i", "Menunggu jawaban sekolah", "Isi jawaban di bawah, lalu kirim.");
            case ANSWERED ->
                new Verdict(
                        Tone.OK,
                        "✓",
                        "Jawaban diterima",
                        "Terima kasih. Jawaban dapat diubah sampai jadwal disepakati Dinas.");
            case AGREED ->
                new Verdict(Tone.OK, "✓", "Jadwal disepakati", "Perubahan disampaikan lewat telepon ke Dinas.");
            case PUBLISHED -> new Verdict(Tone.OK, "✓", "Jadwal terbit", "Tim datang pada hari di bawah ini.");
            case DONE -> new Verdict(Tone.OK, "✓", "Kunjungan selesai", "Terima kasih atas kerja samanya.");
            case CANCELLED -> new Verdict(Tone.WARN, "!", "Kunjungan dibatalkan", "Dinas akan mengusulkan hari lain.");
        };
    }

    private String html(Verdict verdict, @Nullable VisitDetails visit) {
        var values = new HashMap<String, Object>(Map.of(
                "organisation", organisation.name(),
                "government", organisation.government(),
                "tone", verdict.tone().cssClass(),
                "sign", verdict.sign(),
                "headline", verdict.headline(),
                "sentence", verdict.sentence(),
                "known", visit != null,
                "rows", visit == null ? List.of() : facts(visit),
                "open", visit != null && visit.status().takesAnswers()));
        String link = visit == null ? PATH : "%s/%s".formatted(PATH, visit.token());
        values.put("answer", link);
        values.put("list", link + "/daftar");
        if (visit != null) {
            values.putAll(form(visit.answer(), visit.expected()));
        }
        return page.execute(values);
    }

    private static Map<String, String> form(@Nullable SchoolAnswer answer, int expected) {
        return Map.of(
                "pupils", String.valueOf(answer == null ? expected : answer.pupils()),
                "wished", text(answer == null ? null : answer.wished()),
                "from", text(answer == null ? null : answer.blackoutFrom()),
                "to", text(answer == null ? null : answer.blackoutTo()),
                "contact", answer == null ? "" : answer.contact(),
                "note", answer == null ? "" : answer.note());
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    private static List<Map<String, String>> facts(VisitDetails visit) {
        return List.of(
                Map.of("label", "Sekolah", "value", visit.schoolName()),
                Map.of("label", "Surat", "value", String.valueOf(visit.letterNumber())),
                Map.of("label", "Hari", "value", Formats.longDate(visit.first())),
                Map.of("label", "Lama", "value", visit.days() + " hari"));
    }
}
