package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Prints the numbered letter to a school: what is planned, what is asked, and the link for the answer. */
@Service
@PreAuthorize("hasAuthority('VISIT_PLAN')")
public class VisitLetters {

    private final Visits visits;
    private final Schools schools;
    private final OfficialPapers papers;
    private final Organisation organisation;
    private final VisitSettings settings;

    VisitLetters(
            Visits visits, Schools schools, OfficialPapers papers, Organisation organisation, VisitSettings settings) {
        this.visits = visits;
        this.schools = schools;
        this.papers = papers;
        this.organisation = organisation;
        this.settings = settings;
    }

    /** The PDF; empty before the letter has a number. */
    public Optional<byte[]> pdf(String number) {
        return visits.find(number)
                .filter(visit -> visit.letterNumber() != null)
                .map(visit -> papers.print(paper(visit)));
    }

    private OfficialPaper paper(VisitDetails visit) {
        School school = schools.find(visit.npsn()).orElseThrow();
        LocalDate sent = visit.history().stream()
                .filter(step -> step.action() == VisitAction.SEND_LETTER)
                .map(step -> LocalDate.ofInstant(step.at(), organisation.timeZone()))
                .findFirst()
                .orElseThrow();
        String page = settings.page(visit.token());
        var paper = new OfficialPaper("Permohonan perekaman KTP-el di sekolah", String.valueOf(visit.letterNumber()))
                .paragraph("Kepada Yth. Kepala %s\n%s, Kecamatan %s"
                        .formatted(school.name(), school.address(), school.districtName()))
                .paragraph(
                        "Dalam rangka pelayanan \"Direkam di Sekolah, Sweet Seventeen KTP-ku Datang\", kami bermaksud"
                                + " merekam data KTP-el siswa yang berusia 16 tahun ke atas dan belum pernah direkam.")
                .fact(
                        "Hari yang diusulkan",
                        visit.days() == 1
                                ? Formats.longDate(visit.first())
                                : "%s sampai %s"
                                        .formatted(Formats.longDate(visit.first()), Formats.longDate(visit.last())))
                .fact(
                        "Perkiraan siswa",
                        visit.expected() == 0 ? "menunggu daftar dari sekolah" : Formats.number(visit.expected()))
                .heading("Yang kami mohon dari sekolah")
                .paragraph("1. Jawaban: hari yang dapat dan tidak dapat, jumlah siswa, dan narahubung.\n"
                        + "2. Daftar siswa (ekspor Dapodik \"Daftar Peserta Didik\").\n"
                        + "3. Siswa membawa fotokopi Kartu Keluarga dan akta kelahiran.\n"
                        + "4. Ruangan dengan listrik dan meja untuk peralatan perekaman.")
                .code(page, "Jawab di halaman ini, tanpa akun:\n%s".formatted(page));
        return paper.signatures(
                "%s, %s".formatted(organisation.place(), Formats.date(sent)),
                organisation.headOn(sent).stream()
                        .map(head -> new OfficialPaper.Signer("Kepala Dinas,", head.name(), head.nip()))
                        .toList());
    }
}
