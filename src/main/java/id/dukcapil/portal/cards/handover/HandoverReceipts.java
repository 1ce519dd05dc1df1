package id.dukcapil.portal.cards.handover;

import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.ContentHash;
import id.dukcapil.portal.documents.DocumentStore;
import id.dukcapil.portal.documents.paper.Ink;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.Signer;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/** The receipt (tanda terima) of a card. */
@Service
@PreAuthorize("hasAuthority('CARDS_HAND_OVER')")
public class HandoverReceipts {

    private final Handovers handovers;
    private final DocumentStore documents;
    private final OfficialPapers papers;
    private final Offices offices;
    private final Organisation organisation;

    HandoverReceipts(
            Handovers handovers,
            DocumentStore documents,
            OfficialPapers papers,
            Offices offices,
            Organisation organisation) {
        this.handovers = handovers;
        this.documents = documents;
        this.papers = papers;
        this.offices = offices;
        this.organisation = organisation;
    }

    /** The PDF; empty without a hand-over of that order within reach. */
    public Optional<byte[]> pdf(String number) {
        return handovers.find(number).map(handover -> papers.print(paper(handover)));
    }

    private OfficialPaper paper(Handover handover) {
        Office office = offices.find(handover.office()).orElseThrow();
        String receiver = Objects.requireNonNullElse(handover.receiverName(), "(identitas dihapus)");
        var paper = new OfficialPaper("Tanda terima KTP-el", handover.receipt())
                .paragraph("Telah diserahkan satu Kartu Tanda Penduduk Elektronik.")
                .fact("Pemegang kartu", Objects.requireNonNullElse(handover.holder(), "(identitas dihapus)"))
                .fact("Pesanan", handover.number())
                .fact("Penerima", receiver)
                .fact("Diterima oleh", words(handover))
                .fact("KTP lama", oldCard(handover))
                .fact("Waktu", Formats.dateTime(handover.at(), office.timeZone()))
                .fact(
                        "Tanda tangan",
                        handover.signatureHash() == null
                                ? "di kertas ini"
                                : "di layar, SHA-256 " + handover.signatureHash());
        return paper.signatures(
                "%s, %s"
                        .formatted(
                                organisation.place(),
                                Formats.date(LocalDate.ofInstant(handover.at(), office.timeZone()))),
                List.of(
                        new Signer("Yang menerima,", receiver, null, ink(handover)),
                        new Signer("Yang menyerahkan,", handover.staffName(), null)));
    }

    private @Nullable Ink ink(Handover handover) {
        String hash = handover.signatureHash();
        return hash == null ? null : new Ink(documents.read(new ContentHash(hash)));
    }

    private static String words(Handover handover) {
        String kind = handover.receiver().label();
        String relation = handover.relation() == null ? "" : ", " + handover.relation();
        String letter = handover.letter() == null || handover.letterOn() == null
                ? ""
                : ", surat kuasa %s tanggal %s".formatted(handover.letter(), Formats.date(handover.letterOn()));
        return kind + relation + letter;
    }

    private static String oldCard(Handover handover) {
        String note = handover.oldNote();
        return handover.oldCard().label() + (note == null ? "" : ", " + note);
    }
}
