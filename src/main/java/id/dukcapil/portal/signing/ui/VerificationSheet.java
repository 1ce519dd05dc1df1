package id.dukcapil.portal.signing.ui;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import id.dukcapil.portal.signing.TteProvider;
import id.dukcapil.portal.signing.ui.VerificationAnswer.Seal;
import id.dukcapil.portal.signing.ui.VerificationAnswer.Source;
import id.dukcapil.portal.staff.Organisation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes an answer into the template of the public page, which escapes whatever it is given. */
@Component
class VerificationSheet {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Organisation organisation;
    private final Template page;

    VerificationSheet(Organisation organisation) {
        this.organisation = organisation;
        try {
            page = Mustache.compiler()
                    .escapeHTML(true)
                    .emptyStringIsFalse(true)
                    .compile(new ClassPathResource("pages/verification.html")
                            .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the public page cannot be read", e);
        }
    }

    ResponseEntity<String> answer(VerificationAnswer answer) {
        var response = ResponseEntity.status(answer.status()).contentType(HTML);
        Duration wait = answer.retryAfter();
        if (wait != null) {
            response.header(HttpHeaders.RETRY_AFTER, seconds(wait));
        }
        return response.body(html(answer));
    }

    /** For what is answered before there is a controller. */
    void write(HttpServletResponse response, VerificationAnswer answer) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(HTML.toString());
        Duration wait = answer.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, seconds(wait));
        }
        response.getOutputStream().write(html(answer).getBytes(StandardCharsets.UTF_8));
    }

    private static String seconds(Duration wait) {
        return Long.toString(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    String html(VerificationAnswer answer) {
        Verdict verdict = answer.verdict();
        var values = new HashMap<String, Object>();
        values.put("organisation", organisation.name());
        values.put("government", organisation.government());
        values.put("largest", VerificationPages.LARGEST_FILE.toMegabytes());
        values.put("lookups", VerificationPages.PATH);
        values.put("uploads", VerificationPages.UPLOAD);
        values.put("title", verdict == null ? "Verifikasi dokumen" : verdict.headline() + " · Verifikasi dokumen");
        values.put("question", verdict == null ? "" : "lain");
        values.put("mark", answer.specimen() ? TteProvider.DEMONSTRATION_MARK : "");
        values.put("finding", verdict == null ? List.of() : List.of(finding(verdict, answer)));
        return page.execute(values);
    }

    private static Map<String, Object> finding(Verdict verdict, VerificationAnswer answer) {
        boolean examined = answer.source() != Source.NOTHING;
        return Map.of(
                "tone", verdict.tone().cssClass(),
                "sign", verdict.sign(),
                "headline", verdict.headline(),
                "sentence", verdict.sentence(),
                "wait", waiting(answer),
                "record", answer.facts().isEmpty() ? List.of() : List.of(Map.of("rows", rows(answer.facts()))),
                "ownCopy", answer.source() == Source.OWN_COPY,
                "unreadableCopy", answer.source() == Source.OWN_COPY_UNREADABLE,
                "seals",
                        answer.signatures().stream()
                                .map(VerificationSheet::seal)
                                .toList(),
                "limits", examined);
    }

    private static String waiting(VerificationAnswer answer) {
        Duration wait = answer.retryAfter();
        return wait == null ? "" : "Coba lagi dalam %s detik.".formatted(seconds(wait));
    }

    private static Map<String, Object> seal(Seal seal) {
        return Map.of("name", seal.name(), "tone", seal.sound() ? "" : "late", "rows", rows(seal.facts()));
    }

    private static List<Map<String, String>> rows(Map<String, String> facts) {
        return facts.entrySet().stream()
                .map(fact -> Map.of("label", fact.getKey(), "value", fact.getValue()))
                .toList();
    }
}
