package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.Actor;
import id.dukcapil.portal.common.AuditEvent;
import id.dukcapil.portal.common.Permission;
import id.dukcapil.portal.common.StaffNotice;
import id.dukcapil.portal.common.procedure.CaseEvent;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import id.dukcapil.portal.common.procedure.StepTaken;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A recording was opened or has taken a step: the last of its history. Published inside its transaction. */
public record RecordingMoved(RecordingDetails recording) implements CaseEvent {

    static final ProcedureDefinition PROCEDURE = new ProcedureDefinition("pesisir-selatan-039-2019");

    public StepTaken<RecordingPhase, RecordingAction> step() {
        return recording.last();
    }

    @Override
    public AuditEvent audit() {
        return step().told("Perekaman KTP-el", recording.number())
                .about(recording.nik())
                .at(recording.office())
                .because(step().reason());
    }

    /** Steps within one row of the procedure, with the same party to act, do not concern the clock. */
    @Override
    public @Nullable Object clock() {
        var step = step();
        RecordingPhase from = step.from();
        RecordingPhase to = step.to();
        if (from != null && Objects.equals(from.row(), to.row()) && from.waitingFor() == to.waitingFor()) {
            return null;
        }
        return PROCEDURE.moved(
                recording.id(),
                recording.number(),
                recording.office(),
                from,
                to,
                step.at(),
                new Actor(step.actorKind(), step.actorId(), step.actor()));
    }

    @Override
    public @Nullable Object notice() {
        return switch (step().action()) {
            case NOT_YET, AGAIN ->
                notice(
                        "Berkas menunggu perekaman",
                        "Berkas %s menunggu diterima operator perekaman.",
                        "%d berkas menunggu diterima operator perekaman",
                        Permission.RECORDING_RECORD);
            case FAIL ->
                notice(
                        "Perekaman tidak berhasil",
                        "Perekaman %s tidak berhasil; berkas kembali ke registrasi.",
                        "%d perekaman tidak berhasil, berkas di registrasi",
                        Permission.RECORDING_REGISTER);
            case OPEN, RECEIVE, ACCEPT, GIVE_BACK, ALREADY, TAKE_OVER, SUCCEED, END, FINISH, LEAVE, TROUBLE -> null;
        };
    }

    private StaffNotice notice(String kind, String text, String many, Permission permission) {
        return new StaffNotice(
                kind,
                text.formatted(recording.number()),
                "perekaman/" + recording.number(),
                new StaffNotice.Audience.Lane(permission, recording.office(), null),
                new StaffNotice.Many(many, "perekaman"));
    }
}
