package id.dukcapil.portal.sla.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.sla.survey.Element;
import id.dukcapil.portal.sla.survey.SurveyAddress;
import id.dukcapil.portal.sla.survey.Surveys;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** The form of the satisfaction survey for one office: plain HTML, anonymous. */
@Controller
class SurveyPages {

    static final String PATH = SurveyAddress.PATH;

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Surveys surveys;
    private final Organisation organisation;
    private final Template page;

    SurveyPages(Surveys surveys, Organisation organisation) {
        this.surveys = surveys;
        this.organisation = organisation;
        try {
            page = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/survey.html").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the survey cannot be read", e);
        }
    }

    @GetMapping(PATH + "/{code}")
    ResponseEntity<String> form(@PathVariable String code) {
        return surveys.office(code)
                .map(office ->
                        answer(HttpStatus.OK, form(office, UUID.randomUUID().toString(), Map.of(), "")))
                .orElseGet(this::unknown);
    }

    @PostMapping(PATH + "/{code}")
    ResponseEntity<String> send(
            @PathVariable String code, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        Optional<Office> found = surveys.office(code);
        if (found.isEmpty()) {
            return unknown();
        }
        Office office = found.get();
        Optional<Duration> wait = surveys.refusal(request.getRemoteAddr());
        if (wait.isPresent()) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(Math.max(1, wait.get().toSeconds())))
                    .contentType(HTML)
                    .body(said("Terlalu sering", "Coba lagi sebentar lagi."));
        }
        String form = sent.getOrDefault("form", "");
        try {
            surveys.answer(UUID.fromString(form), office, marks(sent), sent.getOrDefault("comment", ""));
            return answer(
                    HttpStatus.OK,
                    said("Terima kasih", "Jawaban Anda tersimpan tanpa nama dan membantu kami melayani lebih baik."));
        } catch (InvalidInput missing) {
            return answer(HttpStatus.BAD_REQUEST, form(office, form, sent, String.valueOf(missing.getMessage())));
        } catch (IllegalArgumentException noForm) {
            return form(code);
        }
    }

    @GetMapping({PATH, PATH + "/", PATH + "/*/**"})
    ResponseEntity<String> elsewhere() {
        return unknown();
    }

    private ResponseEntity<String> unknown() {
        return answer(
                HttpStatus.NOT_FOUND, said("Alamat tidak dikenal", "Pindai lagi kode QR survei di kantor pelayanan."));
    }

    private static ResponseEntity<String> answer(HttpStatus status, String html) {
        return ResponseEntity.status(status).contentType(HTML).body(html);
    }

    private static Map<Element, Integer> marks(Map<String, String> sent) {
        var marks = new EnumMap<Element, Integer>(Element.class);
        Arrays.stream(Element.values())
                .filter(element -> sent.getOrDefault(element.field(), "").matches("[1-4]"))
                .forEach(element -> marks.put(element, Integer.valueOf(sent.getOrDefault(element.field(), "0"))));
        return marks;
    }

    private String form(Office office, String form, Map<String, String> sent, String problem) {
        var questions = new ArrayList<Map<String, Object>>();
        for (Element element : Element.values()) {
            var answers = new ArrayList<Map<String, Object>>();
            for (int mark = 1; mark <= element.answers().size(); mark++) {
                answers.add(Map.of(
                        "mark", mark,
                        "words", element.answers().get(mark - 1),
                        "chosen", String.valueOf(mark).equals(sent.get(element.field()))));
            }
            questions.add(
                    Map.of("field", element.field(), "question", element.question(), "answers", List.copyOf(answers)));
        }
        return html(
                "Survei kepuasan masyarakat",
                "Bagaimana layanan di %s? Sembilan pertanyaan, tanpa nama.".formatted(office.name()),
                problem,
                Map.of(
                        "action",
                        PATH + "/" + office.code().value(),
                        "form",
                        form,
                        "questions",
                        questions,
                        "comment",
                        sent.getOrDefault("comment", "")));
    }

    private String said(String headline, String sentence) {
        return html(headline, sentence, "", Map.of());
    }

    private String html(String headline, String sentence, String problem, Map<String, Object> form) {
        return page.execute(Map.of(
                "organisation",
                organisation.name(),
                "government",
                organisation.government(),
                "headline",
                headline,
                "sentence",
                sentence,
                "problem",
                problem,
                "asked",
                form.isEmpty() ? List.of() : List.of(form)));
    }
}
