package id.dukcapil.portal.booking.ui;

import id.dukcapil.portal.booking.SelfService;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The page to which the link in a letter leads: it asks, and cancels only when the button is pressed. Plain HTML without
 * script, session and cookie, readable on any telephone.
 */
@Controller
class CancellationPages {

    static final String PATH = SelfService.PATH;

    private final SelfService selfService;
    private final PublicSheet sheet;

    CancellationPages(SelfService selfService, PublicSheet sheet) {
        this.selfService = selfService;
        this.sheet = sheet;
    }

    @GetMapping(PATH + "/{token}")
    ResponseEntity<String> ask(@PathVariable String token) {
        return answer(selfService.look(token).map(CancellationAnswer::of).orElseGet(CancellationAnswer::unknown));
    }

    /** Leads back to the page, which then says that it is cancelled, and can be loaded again without doing anything. */
    @PostMapping(PATH + "/{token}")
    ResponseEntity<String> cancel(@PathVariable String token) {
        return selfService
                .cancel(token)
                .map(done -> ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PATH + "/" + token))
                        .<String>build())
                .orElseGet(() -> answer(CancellationAnswer.unknown()));
    }

    @GetMapping({PATH, PATH + "/", PATH + "/*/**"})
    ResponseEntity<String> elsewhere() {
        return answer(CancellationAnswer.unknown());
    }

    private ResponseEntity<String> answer(CancellationAnswer answer) {
        return ResponseEntity.status(answer.status())
                .contentType(PublicSheet.HTML)
                .body(sheet.cancellation(answer.values()));
    }

    /** For what is answered before there is a controller. */
    static void write(HttpServletResponse response, PublicSheet sheet, CancellationAnswer answer) throws IOException {
        response.setStatus(answer.status().value());
        response.setContentType(PublicSheet.HTML.toString());
        Duration wait = answer.retryAfter();
        if (wait != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(CancellationAnswer.seconds(wait)));
        }
        response.getOutputStream().write(sheet.cancellation(answer.values()).getBytes(StandardCharsets.UTF_8));
    }
}
