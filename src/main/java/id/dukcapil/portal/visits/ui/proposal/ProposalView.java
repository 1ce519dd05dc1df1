package id.dukcapil.portal.visits.ui.proposal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.ChangedMeanwhile;
import id.dukcapil.portal.common.InvalidInput;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.procedure.IllegalMove;
import id.dukcapil.portal.common.ui.Confirm;
import id.dukcapil.portal.common.ui.FieldFindings;
import id.dukcapil.portal.common.ui.Formats;
import id.dukcapil.portal.common.ui.Indonesian;
import id.dukcapil.portal.common.ui.Notify;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.common.ui.Pulse;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.visits.proposal.Proposal;
import id.dukcapil.portal.visits.proposal.ProposalRow;
import id.dukcapil.portal.visits.proposal.ProposalStatus;
import id.dukcapil.portal.visits.proposal.Proposals;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Usulan rencana: asks for a plan, shows how far it is, and what of it the planner accepts. */
@Route(ProposalView.ROUTE)
@PageTitle("Usulan rencana")
@Menu(title = "Usulan rencana", order = 30.5)
@RolesAllowed(Permission.Name.VISIT_PLAN)
@StyleSheet("context://styles/visits.css")
class ProposalView extends Page implements AfterNavigationObserver, ProposalChanges.Acts {

    static final String ROUTE = "usulan-rencana";
    private static final int SENTENCES = 3;

    private final transient Proposals proposals;
    private final transient Organisation organisation;
    private final transient Clock clock;
    private final Div place = new Div();
    private final DatePicker first = Indonesian.datePicker("Dari");
    private final DatePicker last = Indonesian.datePicker("Sampai");
    private final transient FieldFindings findings = new FieldFindings();
    private transient @Nullable Proposal shown;

    ProposalView(Proposals proposals, Organisation organisation, Clock clock, Pulse pulse) {
        super("Usulan rencana");
        this.proposals = proposals;
        this.organisation = organisation;
        this.clock = clock;
        findings.at("first", first).at("last", last);
        add(place);
        pulse.follow(this, this::look);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    /** A running proposal changes by itself, also by the hand of somebody else. */
    private void look() {
        Proposal before = shown;
        Proposal now = proposals.latest().orElse(null);
        if (now != null && (!now.equals(before) || now.status().isRunning())) {
            refresh();
        }
    }

    private void refresh() {
        Proposal proposal = proposals.latest().orElse(null);
        shown = proposal;
        place.removeAll();
        if (proposal == null) {
            setSubtitle(
                    "Portal menyusun rencana untuk semua sekolah yang belum dikunjungi dan kunjungan yang belum terbit;"
                            + " yang sudah terbit tetap di tempatnya.");
            setActions();
            place.add(form());
            return;
        }
        setSubtitle("%s–%s · diminta %s"
                .formatted(
                        Formats.shortDate(proposal.firstDay()), Formats.date(proposal.lastDay()), proposal.askedBy()));
        List<ProposalRow> rows = proposals.rows(proposal.id());
        actions(proposal, rows);
        place.add(new ProposalProgress(proposal, rows, clock));
        if (proposal.status() == ProposalStatus.DONE) {
            place.add(new ProposalChanges(proposal, rows, proposals.withoutList(proposal), this));
        }
    }

    private Component form() {
        LocalDate tomorrow = organisation.today(clock).plusDays(1);
        first.setValue(tomorrow);
        last.setValue(tomorrow.plusMonths(5));
        var ask = new Button("Susun usulan", click -> ask());
        ask.addThemeVariants(ButtonVariant.PRIMARY);
        ask.setDisableOnClick(true);
        var form = new Div(first, last, ask);
        form.addClassName("proposal-form");
        return form;
    }

    private void ask() {
        try {
            findings.requireReadable();
            LocalDate from = first.getValue();
            LocalDate to = last.getValue();
            if (from == null || to == null) {
                throw new InvalidInput(from == null ? "first" : "last", "Isi tanggalnya.");
            }
            proposals.ask(from, to, Proposals.USUAL);
            refresh();
        } catch (InvalidInput invalid) {
            refresh();
            findings.show(invalid);
        }
    }

    private void actions(Proposal proposal, List<ProposalRow> rows) {
        if (proposal.status().isRunning()) {
            setActions(new Button("Hentikan, pakai yang terbaik", click -> {
                proposals.stop(proposal.id());
                refresh();
            }));
            return;
        }
        var discard = new Button(
                "Buang usulan",
                click -> Confirm.ask(
                                "Buang usulan ini?",
                                "Yang sudah diterima tetap; usulan baru dapat disusun kapan saja.",
                                "Buang usulan",
                                () -> {
                                    proposals.discard(proposal.id());
                                    refresh();
                                })
                        .open());
        List<ProposalRow> open = rows.stream().filter(ProposalRow::isOpen).toList();
        var all = new Button("Terima semua (%d)".formatted(open.size()), click -> accept(open));
        all.addThemeVariants(ButtonVariant.PRIMARY);
        all.setDisableOnClick(true);
        if (open.isEmpty()) {
            setActions(discard);
        } else {
            setActions(discard, all);
        }
    }

    @Override
    public void accept(List<ProposalRow> rows) {
        var refused = new ArrayList<String>();
        for (ProposalRow row : rows) {
            try {
                proposals.accept(row);
            } catch (InvalidInput | IllegalMove | ChangedMeanwhile no) {
                refused.add("%s: %s".formatted(row.schoolName(), no.getMessage()));
            }
        }
        int done = rows.size() - refused.size();
        if (done > 0) {
            Notify.done("%d usulan diterima.".formatted(done));
        }
        if (!refused.isEmpty()) {
            Notify.warning("%d tidak dapat diterima. %s"
                    .formatted(
                            refused.size(),
                            String.join(" ", refused.stream().limit(SENTENCES).toList())));
        }
        refresh();
    }

    @Override
    public void reject(ProposalRow row) {
        proposals.reject(row);
        refresh();
    }

    @Override
    public List<Proposals.Alternative> alternatives(ProposalRow row) {
        Proposal proposal = shown;
        return proposal == null ? List.of() : proposals.alternatives(proposal, row);
    }
}
