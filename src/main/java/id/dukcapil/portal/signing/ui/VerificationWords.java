package id.dukcapil.portal.signing.ui;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.signing.IssuedDocument;
import id.dukcapil.portal.signing.PublicVerification;
import id.dukcapil.portal.signing.ShownFile;
import id.dukcapil.portal.signing.SigningDocumentStatus;
import id.dukcapil.portal.signing.Verification;
import id.dukcapil.portal.signing.Verification.Doubt;
import id.dukcapil.portal.signing.Verification.Signature;
import id.dukcapil.portal.signing.ui.VerificationAnswer.Seal;
import id.dukcapil.portal.signing.ui.VerificationAnswer.Source;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Says what was found in plain Indonesian, times in the zone of the office that issued the document. */
@Component
class VerificationWords {

    /** A certificate may claim a name of any length. */
    private static final int LONGEST_NAME = 120;

    private final PublicVerification verification;
    private final Offices offices;
    private final Organisation organisation;
    private final Clock clock;

    VerificationWords(PublicVerification verification, Offices offices, Organisation organisation, Clock clock) {
        this.verification = verification;
        this.offices = offices;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** What is held under a code; the office's own copy is looked at. */
    VerificationAnswer issued(IssuedDocument document) {
        Optional<Verification> found = verification.signaturesOf(document);
        boolean specimen = verification.isDemonstration()
                || found.filter(VerificationWords::isSpecimen).isPresent();
        return new VerificationAnswer(
                Verdict.of(document, specimen),
                specimen,
                facts(document),
                found.isPresent() ? Source.OWN_COPY : Source.OWN_COPY_UNREADABLE,
                found.map(copy -> seals(copy, zone(document))).orElse(List.of()),
                null);
    }

    VerificationAnswer shown(ShownFile file) {
        return switch (file) {
            case ShownFile.NotExamined(var obstacle) -> VerificationAnswer.plain(Verdict.of(obstacle));
            case ShownFile.Examined(var issued, var found) ->
                issued.map(document -> shownIssue(document, found)).orElseGet(() -> shownForeign(found));
        };
    }

    private VerificationAnswer shownIssue(IssuedDocument document, Verification found) {
        boolean specimen = verification.isDemonstration() || isSpecimen(found);
        return new VerificationAnswer(
                Verdict.of(document, specimen),
                specimen,
                facts(document),
                Source.SHOWN_FILE,
                seals(found, zone(document)),
                null);
    }

    private VerificationAnswer shownForeign(Verification found) {
        return new VerificationAnswer(
                Verdict.of(found),
                isSpecimen(found),
                Map.of(),
                Source.SHOWN_FILE,
                seals(found, organisation.timeZone()),
                null);
    }

    private static boolean isSpecimen(Verification found) {
        return found.signatures().stream().anyMatch(Signature::isDemonstration);
    }

    private Map<String, String> facts(IssuedDocument document) {
        ZoneId zone = zone(document);
        var facts = new LinkedHashMap<String, String>();
        facts.put("Jenis dokumen", document.title());
        facts.put("Atas nama (disamarkan)", document.concerns());
        facts.put("Nomor permohonan", document.reference());
        facts.put("Kantor", office(document).map(Office::name).orElse(organisation.name()));
        facts.put("Ditandatangani oleh", document.signer().fullName());
        facts.put("Sebagai", document.signer().title());
        facts.put("Ditandatangani pada", Formats.dateTime(document.signedAt(), zone));
        if (document.status() == SigningDocumentStatus.SUPERSEDED) {
            facts.put("Digantikan pada", Formats.dateTime(document.since(), zone));
        }
        if (document.status() == SigningDocumentStatus.REVOKED) {
            facts.put("Dicabut pada", Formats.dateTime(document.since(), zone));
        }
        facts.put("Keadaan pada", Formats.dateTime(clock.instant(), zone));
        return facts;
    }

    private Optional<Office> office(IssuedDocument document) {
        return offices.find(document.office());
    }

    private ZoneId zone(IssuedDocument document) {
        return office(document).map(Office::timeZone).orElse(organisation.timeZone());
    }

    private static List<Seal> seals(Verification found, ZoneId zone) {
        List<Signature> signatures = found.signatures();
        return IntStream.range(0, signatures.size())
                .mapToObj(i -> new Seal(
                        signatures.size() == 1
                                ? "Tanda tangan"
                                : "Tanda tangan %d dari %d".formatted(i + 1, signatures.size()),
                        signatures.get(i).intact() && signatures.get(i).doubt() == null,
                        facts(signatures.get(i), i == signatures.size() - 1, zone)))
                .toList();
    }

    /** What a broken signature says of itself proves nothing, so little of it is told. */
    private static Map<String, String> facts(Signature signature, boolean last, ZoneId zone) {
        var facts = new LinkedHashMap<String, String>();
        if (!signature.intact()) {
            facts.put("Isi", "berubah setelah ditandatangani");
            facts.put("Nama yang tertera", shortened(signature.signer()) + " (tidak terbukti)");
            return facts;
        }
        facts.put("Isi", "tidak berubah sejak ditandatangani");
        facts.put("Cakupan", scope(signature, last));
        facts.put("Nama pada sertifikat", shortened(signature.signer()));
        facts.put("Penerbit sertifikat", shortened(signature.issuer() == null ? "" : signature.issuer()));
        facts.put("Penerbit itu", signature.trusted() ? "dikenal portal ini" : "tidak dikenal portal ini");
        if (signature.doubt() != null) {
            facts.put("Keberatan", doubt(signature.doubt()));
        }
        Instant claimed = signature.signedAt();
        facts.put("Waktu yang tertera", claimed == null ? "tidak ada" : Formats.dateTime(claimed, zone));
        return facts;
    }

    private static String doubt(Doubt doubt) {
        return switch (doubt) {
            case REWRITTEN -> "isi diubah sebelum tanda tangan berikutnya";
            case CERTIFICATE_REVOKED -> "sertifikat dicabut penerbitnya";
            case CERTIFICATE_EXPIRED -> "sertifikat sudah kedaluwarsa";
            case WEAK -> "kunci atau algoritma terlalu lemah";
            case WRONG_PURPOSE -> "sertifikat bukan untuk tanda tangan dokumen";
            case UNPROVEN -> "tidak memenuhi syarat";
        };
    }

    private static String scope(Signature signature, boolean last) {
        if (signature.coversWholeDocument()) {
            return "seluruh berkas";
        }
        return last ? "tidak seluruh berkas; ada isi sesudahnya" : "berkas sebelum tanda tangan berikutnya";
    }

    private static String shortened(String name) {
        if (name.isBlank()) {
            return "tidak tertera";
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + " …" : name;
    }
}
