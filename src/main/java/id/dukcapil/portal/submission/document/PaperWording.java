package id.dukcapil.portal.submission.document;

import id.dukcapil.portal.common.CaseFigures;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.population.CodeLists;
import id.dukcapil.portal.population.RequestType;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.staff.Signatory;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.attachment.Attachment;
import id.dukcapil.portal.submission.attachment.Papers;
import id.dukcapil.portal.submission.attachment.Requirement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what the papers about a request say; numbers of people only masked, because papers lie about. */
@Component
class PaperWording {

    private static final String PROCEDURE = "SOP Nomor 31 Tahun 2023 – Cetak Kartu Keluarga melalui IKD";
    private static final String RECEIVED = "Diterima";
    private static final String MISSING = "Kurang";
    private static final String NOT_SAID = "–";

    private final CodeLists codes;
    private final Organisation organisation;

    PaperWording(CodeLists codes, Organisation organisation) {
        this.codes = codes;
        this.organisation = organisation;
    }

    /** @param promised until when the office wants to be ready; null while nobody has worked it out */
    Map<String, @Nullable Object> receipt(
            SubmissionDetails request, Office office, boolean complete, @Nullable Instant promised, Print print) {
        var values = facts(request, office, promised);
        values.put("NIK_MASKED", request.applicant().nik().masked());
        values.put("RECEIVED_FROM", receivedFrom(request));
        values.put("CLERK", print.by());
        values.put(
                "NOTE",
                complete
                        ? "Simpan tanda terima ini. Kemajuan permohonan dapat ditanyakan dengan menyebut nomor di atas."
                                + " Pelayanan administrasi kependudukan tidak dipungut biaya."
                        : "Lampiran yang bertanda Kurang perlu dilengkapi agar permohonan dapat diperiksa. Simpan tanda terima"
                                + " ini. Pelayanan administrasi kependudukan tidak dipungut biaya.");
        values.put("CONTACT", contact(office));
        values.put("PRINTED_AT", print.text(office.timeZone()));
        return values;
    }

    /** "Aplikasi (BDS)" or "Loket (Tita Wulandari)". */
    private static String receivedFrom(SubmissionDetails request) {
        return "%s (%s)"
                .formatted(
                        request.origin().label(), request.history().getFirst().actor());
    }

    static List<Map<String, Object>> receiptRows(Papers papers) {
        var rows = new ArrayList<Map<String, Object>>();
        for (Attachment attachment : papers.present()) {
            rows.add(row(rows.size() + 1, attachment.kind().label(), RECEIVED));
        }
        for (Requirement requirement : papers.missing()) {
            rows.add(row(rows.size() + 1, requirement.label(), MISSING));
        }
        return rows;
    }

    private static Map<String, Object> row(int number, String paper, String state) {
        return Map.of("number", number + ".", "paper", paper, "state", state);
    }

    Map<String, @Nullable Object> returnLetter(
            SubmissionDetails request, Office office, ReturnLetter letter, Signatory signatory, Print print) {
        ZoneId zone = office.timeZone();
        var values = new HashMap<String, @Nullable Object>();
        values.put("LETTER_NUMBER", letter.number());
        values.put(
                "PLACE_AND_DATE",
                "%s, %s".formatted(organisation.place(), Formats.date(LocalDate.ofInstant(letter.issuedAt(), zone))));
        values.put("SUBJECT_NUMBER", request.number().value());
        values.put("ADDRESSEE", "Sdr. " + request.applicant().fullName());
        values.put(
                "OPENING",
                "Permohonan cetak Kartu Keluarga Saudara Nomor %s tanggal %s dengan alasan %s belum dapat diproses. Mohon dilengkapi atau diperbaiki:"
                        .formatted(
                                request.number(),
                                Formats.date(LocalDate.ofInstant(request.createdAt(), zone)),
                                reason(request.reasonCode())));
        values.put("CLOSING", closing(request, office));
        values.put("SIGNER_TITLE", signatory.title());
        values.put("SIGNER", signatory.fullName());
        values.put("SIGNER_NIP", signatory.nip() == null ? "" : "NIP " + signatory.nip());
        values.put("PRINTED_AT", print.text(zone));
        return values;
    }

    private String closing(SubmissionDetails request, Office office) {
        Instant until = request.completeBy();
        String deadline = until == null
                ? ""
                : "Kelengkapan kami tunggu paling lambat %s. Setelah itu permohonan dinyatakan gugur dan dapat diajukan kembali. "
                        .formatted(Formats.dateTime(until, office.timeZone()));
        return deadline
                + "Lampirkan melalui aplikasi yang Saudara gunakan, atau bawa surat ini ke %s. Atas perhatian Saudara kami ucapkan terima kasih."
                        .formatted(office.name());
    }

    /** The clerk's words, point by point, and what the reason asks for and is not there. */
    static List<Map<String, Object>> returnRows(String said, List<Requirement> missing) {
        List<String> points = Stream.concat(
                        said.lines().flatMap(line -> Stream.of(line.split(";"))).map(String::strip),
                        missing.stream().map(requirement -> "Belum ada: " + requirement.label()))
                .filter(point -> !point.isEmpty())
                .toList();
        var rows = new ArrayList<Map<String, Object>>();
        for (String point : points) {
            rows.add(Map.of("number", rows.size() + 1 + ".", "shortcoming", point));
        }
        return rows;
    }

    /** @param figures what the steps have cost so far; null for a request that nobody measures */
    Map<String, @Nullable Object> dispositionSheet(
            SubmissionDetails request,
            Office office,
            Papers papers,
            @Nullable Instant promised,
            CaseFigures.@Nullable Figures figures,
            Print print) {
        var values = facts(request, office, promised);
        values.put("PROCEDURE", PROCEDURE);
        values.put("STATUS", request.status().label());
        values.put("WORKING_TIME", figures == null ? NOT_SAID : workingTime(figures));
        values.put(
                "PAPERS",
                papers.present().isEmpty()
                        ? NOT_SAID
                        : papers.present().stream()
                                .map(attachment -> attachment.kind().label())
                                .distinct()
                                .collect(Collectors.joining("; ")));
        values.put("PRINTED_AT", print.text(office.timeZone()));
        return values;
    }

    private static String workingTime(CaseFigures.Figures figures) {
        Stream<String> steps = figures.steps().stream()
                .map(step -> "Langkah %d, %s: %s"
                        .formatted(step.number(), step.name().replaceAll("\\.$", ""), spent(step.time())));
        Stream<String> whole = Stream.of("Seluruhnya: %s; menunggu pemohon %s"
                .formatted(
                        spent(figures.whole()), Formats.duration(figures.whole().citizen())));
        return Stream.concat(steps, whole).collect(Collectors.joining("\n"));
    }

    private static String spent(CaseFigures.Measure time) {
        Duration target = time.target();
        String spent = Formats.workingTime(time.spent());
        if (target == null) {
            return spent;
        }
        return "%s dari %s%s".formatted(spent, Formats.workingTime(target), time.isBreached() ? ", terlampaui" : "");
    }

    static List<Map<String, @Nullable Object>> dispositionRows(SubmissionDetails request, Office office) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        Instant before = request.createdAt();
        for (SubmissionDetails.Event step : request.history()) {
            var row = new HashMap<String, @Nullable Object>();
            row.put("number", rows.size() + 1 + ".");
            row.put("step", step.action().label());
            row.put("actor", step.role().isEmpty() ? step.actor() : "%s (%s)".formatted(step.actor(), step.role()));
            row.put("at", Formats.dateTime(step.at(), office.timeZone()));
            row.put("waited", rows.isEmpty() ? NOT_SAID : Formats.duration(Duration.between(before, step.at())));
            row.put("remark", remark(step));
            rows.add(row);
            before = step.at();
        }
        return rows;
    }

    private static String remark(SubmissionDetails.Event step) {
        String said = Objects.requireNonNullElse(step.reason(), "");
        return step.legalBasis() == null ? said : "%s (%s)".formatted(said, step.legalBasis());
    }

    private Map<String, @Nullable Object> facts(SubmissionDetails request, Office office, @Nullable Instant promised) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("NUMBER", request.number().value());
        values.put("RECEIVED_AT", Formats.dateTime(request.createdAt(), office.timeZone()));
        values.put("APPLICANT", request.applicant().fullName());
        values.put("FAMILY_MASKED", request.applicant().family().masked());
        values.put("REASON", "%s (%s)".formatted(reason(request.reasonCode()), request.reasonCode()));
        values.put("OFFICE", office.name());
        values.put("PROMISED", promised == null ? NOT_SAID : Formats.dateTime(promised, office.timeZone()));
        return values;
    }

    private String reason(String code) {
        return codes.requestType(code).map(RequestType::label).orElse(code);
    }

    private String contact(Office office) {
        return Stream.of(
                        office.name(),
                        Objects.requireNonNullElse(office.address(), ""),
                        Objects.requireNonNullElse(
                                office.phone(), Objects.requireNonNullElse(organisation.phone(), "")))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("  ·  "));
    }

    /** Who prints, and when. */
    record Print(String by, Instant at) {

        String text(ZoneId zone) {
            return "Dicetak %s oleh %s".formatted(Formats.dateTime(at, zone), by);
        }
    }
}
