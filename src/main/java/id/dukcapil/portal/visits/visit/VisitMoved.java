package id.dukcapil.portal.visits.visit;

import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import org.jspecify.annotations.Nullable;

/** A visit was planned or has taken a step: the last of its history. Published inside its transaction. */
public record VisitMoved(VisitDetails visit) implements CaseEvent {

    @Override
    public AuditEvent audit() {
        return visit.lastStep()
                .told("Kunjungan sekolah", visit.number())
                .at(visit.office())
                .because(visit.lastStep().reason());
    }

    @Override
    public @Nullable Object notice() {
        return visit.lastStep().action() == VisitAction.ANSWER
                ? new StaffNotice(
                        "Sekolah menjawab",
                        "%s menjawab surat kunjungan %s.".formatted(visit.schoolName(), visit.number()),
                        "kunjungan?nomor=" + visit.number(),
                        new StaffNotice.Audience.Lane(Permission.VISIT_PLAN, visit.office(), null),
                        new StaffNotice.Many("%d sekolah menjawab surat kunjungan", "kunjungan?keadaan=ANSWERED"))
                : null;
    }
}
