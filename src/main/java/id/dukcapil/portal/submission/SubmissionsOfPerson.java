package id.dukcapil.portal.submission;

import id.dukcapil.portal.common.Nik;
import id.dukcapil.portal.common.PersonalDataSource;
import id.dukcapil.portal.common.ui.PastStep;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What requests hold about one person, for that person to read (UU 27/2022 art. 32). */
@Component
class SubmissionsOfPerson implements PersonalDataSource {

    private final Submissions submissions;
    private final WantedChanges changes;
    private final Organisation organisation;
    private final Clock clock;

    SubmissionsOfPerson(Submissions submissions, WantedChanges changes, Organisation organisation, Clock clock) {
        this.submissions = submissions;
        this.changes = changes;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public Holding describe() {
        return new Holding(
                "Permohonan cetak Kartu Keluarga",
                "NIK, nomor KK, nama, hubungan dalam keluarga, alamat e-mail, nomor telepon, alasan, perubahan yang diminta,"
                        + " riwayat permohonan",
                "Memeriksa dan memverifikasi permohonan cetak KK serta menghubungi pemohon",
                "UU 27/2022 Pasal 20 ayat (2) huruf c dan e (kewajiban hukum dan pelayanan publik); SOP 31/2023",
                30);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Item> about(Nik nik) {
        return submissions.findByApplicantNikOrderByCreatedAt(nik.value()).stream()
                .map(submission -> item(submission.details(clock.instant())))
                .toList();
    }

    private Item item(SubmissionDetails details) {
        Applicant applicant = details.applicant();
        var values = new LinkedHashMap<String, String>();
        values.put("Nomor permohonan", details.number().value());
        values.put("NIK", applicant.nik().value());
        values.put("Nama", applicant.fullName());
        values.put("Nomor KK", applicant.family().value());
        values.put("Hubungan dalam keluarga", applicant.relationship().label());
        values.put("Alasan (F-1.02)", details.reasonCode());
        values.put("Keterangan", Objects.requireNonNullElse(details.note(), ""));
        changes.of(details.id()).forEach((element, wanted) -> values.put(element.label() + " menjadi", wanted));
        values.put("E-mail", Objects.requireNonNullElse(applicant.email(), ""));
        values.put("Telepon", applicant.phone());
        values.put("Asal", details.origin().label());
        values.put("Status", details.status().label());
        details.history().forEach(step -> told(step).addTo(values, organisation.timeZone()));
        return new Item("Permohonan " + details.number(), values);
    }

    private static PastStep told(SubmissionDetails.Event step) {
        return new PastStep(step.at(), step.action().label(), step.actor(), step.reason());
    }
}
