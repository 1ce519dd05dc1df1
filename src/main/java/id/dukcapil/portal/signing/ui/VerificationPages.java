package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.signing.PublicVerification;
import id.dukcapil.portal.signing.VerificationCode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/**
 * The public page that the QR code of a document leads to. Plain HTML without script and session, because thousands scan
 * and look once. Whatever leads to nothing that was signed gets one and the same answer.
 */
@Controller
class VerificationPages {

    static final String PATH = "/verifikasi";
    static final String UPLOAD = PATH + "/berkas";

    /** As {@code spring.servlet.multipart.max-file-size}. */
    static final DataSize LARGEST_FILE = DataSize.ofMegabytes(5);

    private final PublicVerification verification;
    private final VerificationWords words;
    private final VerificationSheet sheet;
    private final VerificationMetrics metrics;

    VerificationPages(
            PublicVerification verification,
            VerificationWords words,
            VerificationSheet sheet,
            VerificationMetrics metrics) {
        this.verification = verification;
        this.words = words;
        this.sheet = sheet;
        this.metrics = metrics;
    }

    @GetMapping({PATH, PATH + "/"})
    ResponseEntity<String> start() {
        return sheet.answer(VerificationAnswer.start());
    }

    @GetMapping({PATH + "/{code}", PATH + "/{code}/"})
    ResponseEntity<String> look(@PathVariable String code) {
        VerificationAnswer answer = VerificationCode.read(code)
                .flatMap(verification::find)
                .map(words::issued)
                .orElseGet(() -> VerificationAnswer.plain(Verdict.UNKNOWN));
        return counted(VerificationMetrics.Way.CODE, answer);
    }

    @GetMapping(PATH + "/*/**")
    ResponseEntity<String> elsewhere() {
        return counted(VerificationMetrics.Way.CODE, VerificationAnswer.plain(Verdict.UNKNOWN));
    }

    /** Leads to the address of the code, which can be loaded again and passed on. */
    @PostMapping(PATH)
    ResponseEntity<String> typed(@RequestParam(defaultValue = "") String kode) {
        Optional<VerificationCode> code = VerificationCode.read(bare(kode));
        return code.isPresent()
                ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create(PATH + "/" + code.get()))
                        .build()
                : counted(VerificationMetrics.Way.CODE, VerificationAnswer.plain(Verdict.UNKNOWN));
    }

    @PostMapping(UPLOAD)
    ResponseEntity<String> uploaded(@RequestParam(required = false) @Nullable MultipartFile berkas) {
        if (berkas == null || String.valueOf(berkas.getOriginalFilename()).isEmpty()) {
            return counted(VerificationMetrics.Way.UPLOAD, VerificationAnswer.plain(Verdict.NO_FILE));
        }
        return counted(VerificationMetrics.Way.UPLOAD, words.shown(verification.look(berkas)));
    }

    private ResponseEntity<String> counted(VerificationMetrics.Way way, VerificationAnswer answer) {
        metrics.count(way, answer);
        return sheet.answer(answer);
    }

    /** What a scanner or a clipboard gives is often the whole address. */
    private static String bare(String typed) {
        return typed.replaceFirst("[?#].*", "")
                .replaceFirst("/+\\s*$", "")
                .replaceFirst(".*/", "")
                .replaceAll("\\s", "");
    }
}
