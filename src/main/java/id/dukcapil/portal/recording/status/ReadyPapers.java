package id.dukcapil.portal.recording.status;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.numbers.DocumentNumbers;
import id.dukcapil.portal.documents.numbers.NumberKind;
import id.dukcapil.portal.documents.numbers.NumberPattern;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.population.PersonId;
import id.dukcapil.portal.population.WaitingCards;
import id.dukcapil.portal.population.WaitingCards.WaitingCard;
import id.dukcapil.portal.staff.CurrentStaff;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the letter that a card can be printed, for people without an e-mail address. */
@Service
@PreAuthorize("hasAuthority('RECORDING_STATUS')")
public class ReadyPapers {

    private final WaitingCards cards;
    private final OfficialPapers papers;
    private final DocumentNumbers numbers;
    private final NumberKind readyLetterNumbers;
    private final CurrentStaff staff;
    private final Offices offices;
    private final Organisation organisation;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReadyPapers(
            WaitingCards cards,
            OfficialPapers papers,
            DocumentNumbers numbers,
            NumberKind readyLetterNumbers,
            CurrentStaff staff,
            Offices offices,
            Organisation organisation,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cards = cards;
        this.papers = papers;
        this.numbers = numbers;
        this.readyLetterNumbers = readyLetterNumbers;
        this.staff = staff;
        this.offices = offices;
        this.organisation = organisation;
        this.events = events;
        this.clock = clock;
    }

    @Configuration(proxyBeanMethods = false)
    static class Numbering {

        @Bean
        NumberKind readyLetterNumbers() {
            return new NumberKind("card-ready", new NumberPattern("400.12.2.2/{n}/SC/{office}/{year}"), false);
        }
    }

    /** A new letter with its own number; empty unless the card can be printed. */
    @Transactional
    public Optional<byte[]> letter(PersonId id) {
        return cards.find(id).filter(card -> card.status().readyToPrint()).map(this::print);
    }

    private byte[] print(WaitingCard card) {
        Office office = offices.find(staff.require().office()).orElseThrow();
        String number = numbers.next(readyLetterNumbers, office);
        events.publishEvent(AuditEvent.of("Status pusat", number, "Surat siap cetak dibuat")
                .about(card.nik())
                .at(office.code()));
        LocalDate today = LocalDate.ofInstant(clock.instant(), office.timeZone());
        return papers.print(new OfficialPaper("Pemberitahuan KTP-el siap dicetak", number)
                .paragraph("Yth. %s,".formatted(card.name()))
                .paragraph(
                        "rekaman KTP-el Anda sudah selesai diperiksa pusat, dan kartunya dapat dicetak. Pesan hari cetak"
                                + " lewat layanan booking, atau datang ke kantor dengan membawa surat ini dan Kartu Keluarga.")
                .fact("Nama", card.name())
                .fact("NIK", card.nik().masked())
                .fact("Kantor", office.name())
                .signatures(
                        "%s, %s".formatted(organisation.place(), Formats.date(today)),
                        List.of(new OfficialPaper.Signer(
                                "Petugas,", staff.require().fullName(), null))));
    }
}
