package id.dukcapil.portal.visits.ui.proposal;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import id.dukcapil.portal.common.ui.Callout;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Tone;
import id.dukcapil.portal.common.ui.parts.Step;
import id.dukcapil.portal.common.ui.parts.Step.Progress;
import id.dukcapil.portal.common.ui.parts.StepStrip;
import id.dukcapil.portal.visits.proposal.Proposal;
import id.dukcapil.portal.visits.proposal.ProposalRow;
import id.dukcapil.portal.visits.proposal.ProposalStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How far a proposal is and what it is worth so far. */
class ProposalProgress extends Div {

    ProposalProgress(Proposal proposal, List<ProposalRow> rows, Clock clock) {
        addClassName("proposal-progress");
        boolean solving = proposal.status() == ProposalStatus.SOLVING;
        boolean begun = proposal.status() != ProposalStatus.WAITING;
        long gone = Math.min(
                proposal.seconds(),
                Duration.between(proposal.askedAt(), clock.instant()).toSeconds());
        add(StepStrip.of(List.of(
                Step.of(begun ? Progress.DONE : Progress.CURRENT, "Periksa kapasitas", ""),
                Step.of(
                        begun ? Progress.DONE : Progress.AHEAD,
                        "Susunan awal",
                        begun ? Formats.decimal(proposal.firstMillis() / 1000.0) + " dtk" : ""),
                solving
                        ? Step.current(
                                "Perbaiki",
                                "%d dari %d dtk".formatted(gone, proposal.seconds()),
                                (double) gone / proposal.seconds())
                        : Step.of(begun ? Progress.DONE : Progress.AHEAD, "Perbaiki", ""))));
        if (proposal.status() == ProposalStatus.FAILED) {
            add(new Callout("Gagal", Tone.LATE, String.valueOf(proposal.trouble())));
        } else if (begun) {
            if (solving) {
                var bar = new ProgressBar(0, proposal.seconds(), gone);
                bar.getElement().setAttribute("aria-label", "Penyusunan rencana");
                add(bar, new Paragraph("Halaman boleh ditinggalkan; hasil terbaik disimpan."));
            }
            add(worth(proposal, rows));
        }
        if (proposal.missingHours() > 0) {
            add(new Callout(
                    "Kapasitas kurang",
                    Tone.LATE,
                    "Butuh %s set-jam, tersedia %s: kurang %s. Sebagian sekolah tidak ikut; tambah set, operator atau hari."
                            .formatted(
                                    hours(proposal.neededMinutes()),
                                    hours(proposal.availableMinutes()),
                                    Formats.number(proposal.missingHours()))));
        }
    }

    private static Paragraph worth(Proposal proposal, List<ProposalRow> rows) {
        boolean done = proposal.status() == ProposalStatus.DONE;
        long placed = rows.stream().filter(row -> row.firstDay() != null).count();
        return new Paragraph("%sBiaya %s, %s lebih ringan dari susunan awal%s."
                .formatted(
                        done ? "0 pelanggaran aturan wajib pada %d kunjungan. ".formatted(placed) : "",
                        Formats.number(proposal.cost()),
                        Formats.number(proposal.firstCost() - proposal.cost()),
                        proposal.naiveCost() == 0
                                ? ""
                                : " · %s kali rencana urut daftar"
                                        .formatted(String.format(
                                                Locale.forLanguageTag("id"),
                                                "%.2f",
                                                (double) proposal.cost() / proposal.naiveCost()))));
    }

    static String hours(long minutes) {
        return Formats.number(minutes / 60);
    }
}
