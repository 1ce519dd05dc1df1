package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** Prints the <em>tanda bukti perekaman</em> of a successful recording; NIK masked, no biometric data, no period of validity. */
@Service
@PreAuthorize("hasAnyAuthority('RECORDING_REGISTER', 'RECORDING_RECORD')")
public class Receipts {

    private final Recordings recordings;
    private final OfficialPapers papers;
    private final Offices offices;
    private final Organisation organisation;
    private final RecordingSettings settings;

    Receipts(
            Recordings recordings,
            OfficialPapers papers,
            Offices offices,
            Organisation organisation,
            RecordingSettings settings) {
        this.recordings = recordings;
        this.papers = papers;
        this.offices = offices;
        this.organisation = organisation;
        this.settings = settings;
    }

    /** The PDF; empty without a successful recording of that number within reach. */
    public Optional<byte[]> pdf(String number) {
        return recordings.find(number).filter(one -> one.receipt() != null).map(one -> papers.print(paper(one)));
    }

    private OfficialPaper paper(RecordingDetails recording) {
        Office office = offices.find(recording.office()).orElseThrow();
        var success = recording.last(RecordingAction.SUCCEED).orElseThrow();
        String page = settings.statusPage(recording.code());
        return new OfficialPaper("Tanda bukti perekaman KTP-el", String.valueOf(recording.receipt()))
                .paragraph("Data penduduk berikut sudah direkam untuk Kartu Tanda Penduduk Elektronik.")
                .fact("Nama", recording.name())
                .fact("NIK", recording.nik().masked())
                .fact("Nomor berkas", recording.number())
                .fact("Tempat perekaman", office.name())
                .fact("Waktu perekaman", Formats.dateTime(success.at(), office.timeZone()))
                .heading("Sesudah ini")
                .paragraph("Rekaman dikirim ke pusat untuk penunggalan. Kartu dicetak setelah status menjadi siap cetak"
                        + " (PRR); lamanya ditentukan pusat. Tanda bukti ini bukan pengganti KTP-el.")
                .code(
                        page,
                        "Status perekaman dan kartu, tanpa data pribadi:\n%s\nKode %s"
                                .formatted(page, recording.code()))
                .signatures(
                        "%s, %s"
                                .formatted(
                                        organisation.place(),
                                        Formats.date(LocalDate.ofInstant(success.at(), office.timeZone()))),
                        List.of(new OfficialPaper.Signer("Operator perekaman,", success.actor(), null)));
    }
}
