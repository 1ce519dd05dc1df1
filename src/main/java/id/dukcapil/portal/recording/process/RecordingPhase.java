package id.dukcapil.portal.recording.process;

import id.dukcapil.portal.common.WaitingFor;
import id.dukcapil.portal.common.procedure.CaseStatus;
import id.dukcapil.portal.common.procedure.ProcedureDefinition;
import org.jspecify.annotations.Nullable;

/** Where a recording stands. The queue before the recording counter is not the office's service time, so its clock rests. */
public enum RecordingPhase implements CaseStatus<RecordingPhase>, ProcedureDefinition.Measured {
    ARRIVED("Menyerahkan berkas", 1, WaitingFor.APPLICANT),
    CHECKING("Memeriksa persyaratan", 2, WaitingFor.OFFICE),
    BIOMETRIC_CHECK("Cek iris/sidik jari", 2, WaitingFor.OFFICE),
    FORWARDED("Menunggu perekaman", 3, WaitingFor.APPLICANT),
    RECORDING("Sedang direkam", 3, WaitingFor.OFFICE),
    /** Back at the registration operator, who sends it once more or ends it. */
    UNSUCCESSFUL("Tidak berhasil, kembali ke registrasi", 2, WaitingFor.OFFICE),
    /** The receipt exists; the file is handed back next. */
    RECORDED("Berhasil, berkas belum kembali", 4, WaitingFor.APPLICANT),
    FINISHED("Selesai", null, WaitingFor.NOBODY),
    RETURNED("Persyaratan tidak benar", null, WaitingFor.NOBODY),
    ALREADY_RECORDED("Sudah rekam", null, WaitingFor.NOBODY),
    NOT_RECORDED("Tidak berhasil direkam", null, WaitingFor.NOBODY),
    LEFT("Tidak dilanjutkan", null, WaitingFor.NOBODY);

    private final String label;
    private final @Nullable Integer row;
    private final WaitingFor waitingFor;

    RecordingPhase(String label, @Nullable Integer row, WaitingFor waitingFor) {
        this.label = label;
        this.row = row;
        this.waitingFor = waitingFor;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable Integer row() {
        return row;
    }

    @Override
    public WaitingFor waitingFor() {
        return waitingFor;
    }

    @Override
    public boolean canBecome(RecordingPhase next) {
        return switch (this) {
            case ARRIVED -> next == CHECKING || next == LEFT;
            case CHECKING -> next == BIOMETRIC_CHECK || next == RETURNED || next == LEFT;
            case BIOMETRIC_CHECK -> next == FORWARDED || next == ALREADY_RECORDED || next == RETURNED || next == LEFT;
            case FORWARDED -> next == RECORDING || next == LEFT;
            // A colleague may take the file over from an operator who has gone
            case RECORDING -> next == RECORDING || next == RECORDED || next == UNSUCCESSFUL || next == LEFT;
            case UNSUCCESSFUL -> next == FORWARDED || next == NOT_RECORDED || next == LEFT;
            case RECORDED -> next == FINISHED;
            case FINISHED, RETURNED, ALREADY_RECORDED, NOT_RECORDED, LEFT -> false;
        };
    }

    public boolean isOpen() {
        return row != null;
    }

    /** Whether the data were recorded. */
    public boolean isRecorded() {
        return this == RECORDED || this == FINISHED;
    }
}
