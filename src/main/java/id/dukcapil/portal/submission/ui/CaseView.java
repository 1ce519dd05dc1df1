package id.dukcapil.portal.submission.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.ui.DueTime;
import id.dukcapil.portal.common.ui.EmptyState;
import id.dukcapil.portal.common.ui.KeyHelp;
import id.dukcapil.portal.common.ui.Page;
import id.dukcapil.portal.staff.Office;
import id.dukcapil.portal.staff.Offices;
import id.dukcapil.portal.staff.Organisation;
import id.dukcapil.portal.submission.CaseFile;
import id.dukcapil.portal.submission.CaseFiles;
import id.dukcapil.portal.submission.Checklists;
import id.dukcapil.portal.submission.InboxDues;
import id.dukcapil.portal.submission.InboxFilter;
import id.dukcapil.portal.submission.InboxOrder;
import id.dukcapil.portal.submission.InboxQueue;
import id.dukcapil.portal.submission.InboxRow;
import id.dukcapil.portal.submission.InboxWindow;
import id.dukcapil.portal.submission.SubmissionDetails;
import id.dukcapil.portal.submission.SubmissionInbox;
import id.dukcapil.portal.submission.SubmissionNumber;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request at an address of its own, for bookmarks and links. For a request of another office it says the same as for
 * one that does not exist.
 */
@Route(SubmissionNavigation.CASE + "/:nomor")
@PageTitle("Permohonan")
@RolesAllowed(Permission.Name.SUBMISSION_READ)
@StyleSheet("context://styles/submission.css")
class CaseView extends Page implements BeforeEnterObserver {

    private final transient CaseFiles files;
    private final transient Checklists checklists;
    private final transient CaseActions actions;
    private final transient Reasons reasons;
    private final transient SubmissionInbox inbox;
    private final transient InboxDues dues;
    private final transient Offices offices;
    private final transient Organisation organisation;
    private final Div place = new Div();
    private transient Optional<SubmissionNumber> number = Optional.empty();
    private transient @Nullable CaseContent open;

    CaseView(
            CaseFiles files,
            Checklists checklists,
            CaseActions actions,
            Reasons reasons,
            SubmissionInbox inbox,
            InboxDues dues,
            Offices offices,
            Organisation organisation) {
        super("Permohonan");
        this.files = files;
        this.checklists = checklists;
        this.actions = actions;
        this.reasons = reasons;
        this.inbox = inbox;
        this.dues = dues;
        this.offices = offices;
        this.organisation = organisation;
        place.addClassName("case-page");
        addClassName("inbox");
        add(place, keys());
    }

    private KeyHelp keys() {
        var keys = new KeyHelp().with("Enter", "Pegang permohonan", () -> withOpen(CaseContent::claim));
        CaseContent.addKeys(keys, this::withOpen);
        return keys;
    }

    private void withOpen(Consumer<CaseContent> act) {
        Optional.ofNullable(open).ifPresent(act);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        number = event.getRouteParameters().get("nomor").flatMap(SubmissionNumber::parse);
        refresh();
    }

    private void refresh() {
        place.removeAll();
        open = null;
        number.flatMap(files::open).ifPresentOrElse(this::show, this::showNothing);
    }

    private void show(CaseFile file) {
        SubmissionDetails submission = file.submission();
        setHeading(
                "%s · %s".formatted(submission.number(), submission.applicant().fullName()));
        List<Component> badges = CasePanel.badges(submission, actions.isHeldByMe(submission), due(submission.number()));
        setActions(badges.toArray(Component[]::new));
        Optional<Office> office = offices.find(submission.office());
        setSubtitle(office.map(Office::name).orElse(submission.office().value()));
        var content = new CaseContent(
                actions,
                reasons,
                file,
                checklists.of(submission.number()).orElseThrow(),
                office.map(Office::timeZone).orElseGet(organisation::timeZone),
                decided -> refresh(),
                this::refresh);
        content.addClassName("card");
        place.add(content);
        open = content;
    }

    private void showNothing() {
        setHeading("Permohonan");
        setSubtitle("");
        setActions();
        place.add(new EmptyState(
                "Permohonan tidak ditemukan",
                "Nomor itu tidak ada, atau bukan permohonan kantor Anda. Periksa nomornya atau cari di kotak masuk.",
                new Anchor(SubmissionNavigation.inbox(InboxQueue.ALL), "Buka kotak masuk")));
    }

    private Optional<DueTime> due(SubmissionNumber wanted) {
        List<InboxRow> row = inbox.page(
                new InboxFilter(InboxQueue.ALL, null, null, InboxWindow.ANY, wanted.value(), InboxOrder.NEWEST),
                null,
                0,
                1);
        return Optional.ofNullable(dues.of(row).get(wanted));
    }
}
