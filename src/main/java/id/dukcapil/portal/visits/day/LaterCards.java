package id.dukcapil.portal.visits.day;

import id.dukcapil.portal.common.MailRequested;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.documents.paper.OfficialPaper;
import id.dukcapil.portal.documents.paper.OfficialPaper.PaperColumn;
import id.dukcapil.portal.documents.paper.OfficialPapers;
import id.dukcapil.portal.visits.school.School;
import id.dukcapil.portal.visits.school.Schools;
import id.dukcapil.portal.visits.visit.VisitDetails;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The note about those who were recorded before they were 17: by e-mail how many cards follow in each class and from when on, on
 * paper who. Names do not travel by e-mail.
 */
@Component
class LaterCards {

    static final String TEMPLATE = "visits/later-cards";

    private final OutcomeRows rows;
    private final Schools schools;
    private final OfficialPapers papers;
    private final ApplicationEventPublisher events;

    LaterCards(OutcomeRows rows, Schools schools, OfficialPapers papers, ApplicationEventPublisher events) {
        this.rows = rows;
        this.schools = schools;
        this.papers = papers;
        this.events = events;
    }

    /** @param from the 17th birthday */
    private record LaterCard(String name, String className, LocalDate from) {}

    private SortedMap<String, List<LaterCard>> byClass(VisitDetails visit) {
        return rows.list(visit.id(), null).stream()
                .flatMap(row -> row.seventeenAfter(visit.last()).stream()
                        .map(day -> new LaterCard(row.who().name(), row.who().className(), day)))
                .collect(Collectors.groupingBy(LaterCard::className, TreeMap::new, Collectors.toList()));
    }

    /** Tells a school that has an e-mail address; in the transaction of the sign-off. */
    void tell(VisitDetails visit) {
        SortedMap<String, List<LaterCard>> classes = byClass(visit);
        if (classes.isEmpty()) {
            return;
        }
        int cards = classes.values().stream().mapToInt(List::size).sum();
        String note = classes.entrySet().stream()
                .map(one -> words(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
        schools.find(visit.npsn())
                .map(School::contactEmail)
                .ifPresent(email -> events.publishEvent(new MailRequested(
                        TEMPLATE,
                        email,
                        visit.schoolName(),
                        Map.of(
                                "number", visit.number(),
                                "day", Formats.longDate(visit.last()),
                                "served", String.valueOf(cards),
                                "note", note),
                        "Kunjungan sekolah",
                        visit.number(),
                        null)));
    }

    private static String words(String className, List<LaterCard> cards) {
        List<LocalDate> days = cards.stream().map(LaterCard::from).sorted().toList();
        return days.size() == 1
                ? "%s 1 siswa, mulai %s".formatted(className, Formats.date(days.getFirst()))
                : "%s %d siswa, %s sampai %s"
                        .formatted(className, days.size(), Formats.date(days.getFirst()), Formats.date(days.getLast()));
    }

    byte[] print(VisitDetails visit) {
        var cells = new ArrayList<List<String>>();
        for (List<LaterCard> cards : byClass(visit).values()) {
            for (LaterCard card : cards) {
                cells.add(List.of(
                        String.valueOf(cells.size() + 1), card.className(), card.name(), Formats.date(card.from())));
            }
        }
        return papers.print(new OfficialPaper("KTP-el yang menyusul pada usia 17 tahun", visit.number())
                .fact("Sekolah", visit.schoolName())
                .paragraph(
                        "Siswa di bawah ini sudah direkam. Kartunya dicetak mulai tanggal ulang tahun ke-17 dan diserahkan"
                                + " melalui sekolah, atau diambil sendiri di kantor dengan membawa Kartu Keluarga.")
                .table(
                        List.of(
                                PaperColumn.figures("No.", 2),
                                PaperColumn.text("Rombel", 5),
                                PaperColumn.text("Nama", 11),
                                PaperColumn.text("Genap 17, kartu mulai", 6)),
                        cells,
                        List.of()));
    }
}
