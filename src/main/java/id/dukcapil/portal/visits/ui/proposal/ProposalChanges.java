package id.dukcapil.portal.visits.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.StatusBadge;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.BarTable;
import id.dukcapil.portal.visits.proposal.CostRule;
import id.dukcapil.portal.visits.proposal.Proposal;
import id.dukcapil.portal.visits.proposal.ProposalRow;
import id.dukcapil.portal.visits.proposal.ProposalRow.Change;
import id.dukcapil.portal.visits.proposal.ProposalRow.Decision;
import id.dukcapil.portal.visits.proposal.Proposals.Alternative;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What would become different, by week; who is left out and why; cost by rule and capacity by month. */
class ProposalChanges extends Div {

    private static final int LEFT_OUT_SHOWN = 12;

    private final transient Acts acts;
    private final Section why = card("Mengapa di sana?");

    /** What the planner does with it. */
    interface Acts {

        void accept(List<ProposalRow> rows);

        void reject(ProposalRow row);

        List<Alternative> alternatives(ProposalRow row);
    }

    ProposalChanges(Proposal proposal, List<ProposalRow> rows, int withoutList, Acts acts) {
        this.acts = acts;
        addClassName("proposal-cards");
        why.setVisible(false);
        why.getElement().setAttribute("role", "status");
        add(new Div(changes(rows), leftOut(rows, withoutList)), new Div(why, costs(proposal), capacity(proposal)));
    }

    private static Section card(String title) {
        var card = new Section(new H2(title));
        card.addClassName("card");
        return card;
    }

    private Component changes(List<ProposalRow> rows) {
        List<ProposalRow> changed = rows.stream()
                .filter(row -> row.firstDay() != null && row.changeKind() != Change.SAME)
                .toList();
        long accepted = changed.stream()
                .filter(row -> row.decision() == Decision.ACCEPTED)
                .count();
        Section card = card("%d perubahan · %d diterima".formatted(changed.size(), accepted));
        Map<LocalDate, List<ProposalRow>> weeks = changed.stream()
                .collect(Collectors.groupingBy(ProposalChanges::monday, TreeMap::new, Collectors.toList()));
        weeks.forEach((monday, week) -> {
            var head = new Div(new H3("%s–%s · %d perubahan"
                    .formatted(Formats.shortDate(monday), Formats.shortDate(monday.plusDays(4)), week.size())));
            head.addClassName("proposal-week");
            List<ProposalRow> open = week.stream().filter(ProposalRow::isOpen).toList();
            if (!open.isEmpty()) {
                head.add(small("Terima minggu ini", () -> acts.accept(open)));
            }
            card.add(head);
            week.forEach(row -> card.add(change(row)));
        });
        if (changed.isEmpty()) {
            card.add(new Paragraph("Tidak ada yang perlu berubah."));
        }
        return card;
    }

    private static LocalDate monday(ProposalRow row) {
        return Objects.requireNonNull(row.firstDay()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Button small(String label, Runnable act) {
        var button = new Button(label, click -> act.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setDisableOnClick(true);
        return button;
    }

    private Component change(ProposalRow row) {
        var school = new Button(row.schoolName(), click -> explain(row));
        school.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        school.getElement().setAttribute("title", "Mengapa di sana?");
        var text = new Div(school);
        if (row.informed()) {
            text.add(new StatusBadge("sekolah sudah diberi tahu", Tone.WARN));
        }
        text.add(new Paragraph("%s → %s · %d siswa".formatted(row.note(), now(row), row.pupils())));
        var act = new Div();
        act.addClassName("acts");
        switch (row.decision()) {
            case ACCEPTED -> act.add(new StatusBadge("diterima", Tone.OK));
            case REJECTED -> act.add(new StatusBadge("ditolak", Tone.NEUTRAL));
            case OPEN -> {
                Button accept = small("Terima", () -> acts.accept(List.of(row)));
                accept.getElement().setAttribute("aria-label", "Terima " + row.schoolName());
                Button reject = small("Tolak", () -> acts.reject(row));
                reject.addThemeVariants(ButtonVariant.TERTIARY);
                reject.getElement().setAttribute("aria-label", "Tolak " + row.schoolName());
                act.add(accept, reject);
            }
        }
        var cost = new Span(Formats.number(row.cost()));
        cost.addClassName("num");
        var line = new Div(new StatusBadge(row.changeKind().label(), Tone.INFO), text, cost, act);
        line.addClassName("proposal-row");
        return line;
    }

    private static String now(ProposalRow row) {
        return "%s, Tim %s, Set %s%s"
                .formatted(
                        Formats.shortDate(Objects.requireNonNull(row.firstDay()))
                                + (row.days() > 1 ? " (%d hari)".formatted(row.days()) : ""),
                        row.crew(),
                        row.sets().replace(",", ", "),
                        row.helpers().isEmpty() ? "" : ", operator tambahan");
    }

    private void explain(ProposalRow row) {
        why.removeAll();
        why.add(new H2("Mengapa %s di sana?".formatted(row.schoolName())));
        List<Alternative> alternatives = acts.alternatives(row);
        List<BarTable.Bar> bars = new ArrayList<>();
        for (Alternative one : alternatives) {
            bars.add(new BarTable.Bar(
                    "%s, %s, %d set%s"
                            .formatted(
                                    Formats.shortDate(one.day()),
                                    one.crew(),
                                    one.sets(),
                                    one.days() > 1 ? ", %d hari".formatted(one.days()) : ""),
                    one.cost(),
                    Formats.number(one.cost()),
                    null));
        }
        why.add(
                bars.isEmpty()
                        ? new Paragraph("Tidak ada kemungkinan lain yang memenuhi semua aturan.")
                        : new BarTable("Tiga terbaik, yang lain tetap", "Biaya", bars));
        why.setVisible(true);
        why.scrollIntoView();
    }

    private static Component leftOut(List<ProposalRow> rows, int withoutList) {
        List<ProposalRow> out =
                rows.stream().filter(row -> row.firstDay() == null).toList();
        Section card = card("%d sekolah tidak ikut, %s siswa"
                .formatted(
                        out.size() + withoutList,
                        Formats.number(
                                out.stream().mapToInt(ProposalRow::pupils).sum())));
        out.stream()
                .limit(LEFT_OUT_SHOWN)
                .forEach(row -> card.add(new Paragraph(
                        new Anchor("sekolah?npsn=" + row.npsn(), row.schoolName()),
                        new Text(" (%d) · %s".formatted(row.pupils(), row.note())))));
        if (out.size() > LEFT_OUT_SHOWN) {
            card.add(new Paragraph("dan %d sekolah lain.".formatted(out.size() - LEFT_OUT_SHOWN)));
        }
        if (withoutList > 0) {
            card.add(new Paragraph(
                    new Anchor("sekolah", "%d sekolah".formatted(withoutList)),
                    new Text(" belum mengirim daftar siswa, atau tidak ada yang perlu direkam.")));
        }
        return card;
    }

    private static Component costs(Proposal proposal) {
        Section card = card("Biaya per aturan");
        card.add(new BarTable(
                "Aturan",
                "Awal → usulan",
                Proposal.pairs(proposal.costs()).entrySet().stream()
                        .map(one -> new BarTable.Bar(
                                CostRule.valueOf(one.getKey()).label(),
                                one.getValue()[1],
                                (double) one.getValue()[0],
                                "%s → %s"
                                        .formatted(
                                                Formats.number(one.getValue()[0]), Formats.number(one.getValue()[1])),
                                null,
                                Tone.INFO))
                        .toList()));
        return card;
    }

    private static Component capacity(Proposal proposal) {
        Section card = card("Kapasitas, set-jam");
        card.add(new BarTable(
                        "Bulan",
                        "Butuh / tersedia",
                        Proposal.pairs(proposal.months()).entrySet().stream()
                                .map(one -> new BarTable.Bar(
                                        Formats.month(YearMonth.parse(one.getKey())),
                                        one.getValue()[0],
                                        (double) one.getValue()[1],
                                        "%s / %s"
                                                .formatted(
                                                        ProposalProgress.hours(one.getValue()[0]),
                                                        ProposalProgress.hours(one.getValue()[1])),
                                        null,
                                        Tone.OK))
                                .toList())
                .note("Laju terukur 8 menit: butuh %s dari %s set-jam. Dengan 20 menit SOP butuh %s."
                        .formatted(
                                ProposalProgress.hours(proposal.neededMinutes()),
                                ProposalProgress.hours(proposal.availableMinutes()),
                                ProposalProgress.hours(proposal.neededMinutes() * 5 / 2))));
        return card;
    }
}
