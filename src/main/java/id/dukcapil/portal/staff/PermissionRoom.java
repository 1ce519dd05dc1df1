package id.dukcapil.portal.staff;

import id.dukcapil.portal.common.Permission;
import java.util.Arrays;
import java.util.List;

/** The rooms of the portal in which permissions are used, for reading a role by the work it stands for. */
public enum PermissionRoom {
    BOOKING("Kuota & pemesanan"),
    CARDS("Blangko"),
    SUBMISSION("Permohonan Kartu Keluarga"),
    SIGNING("Ruang tanda tangan"),
    DELIVERY("Pengambilan dokumen"),
    ACTIVATION("Aktivasi IKD"),
    RECORDING("Perekaman KTP-el"),
    VISITS("Kunjungan sekolah"),
    COUNTER("Antrean & loket"),
    POPULATION("Data penduduk"),
    OFFICE("Kantor & standar pelayanan"),
    STAFF("Pegawai & peran"),
    PRIVACY("Pelindungan data & audit"),
    SYSTEM("Sistem & sambungan");

    private final String label;

    PermissionRoom(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** In the order in which the permissions are declared. */
    public List<Permission> permissions() {
        return Arrays.stream(Permission.values())
                .filter(permission -> of(permission) == this)
                .toList();
    }

    /** No default, on purpose: a new permission has to say where it belongs. */
    public static PermissionRoom of(Permission permission) {
        return switch (permission) {
            case QUOTA_READ,
                    QUOTA_EDIT,
                    BOOKING_READ,
                    BOOKING_CREATE,
                    BOOKING_CHANGE,
                    BOOKING_CHECK_IN,
                    BOOKING_EXPORT -> BOOKING;
            case CARDS_READ, CARDS_ENTER, CARDS_PLAN, CARDS_WITNESS, CARDS_PRINT, CARDS_HAND_OVER, CARDS_ARRANGE ->
                CARDS;
            case SUBMISSION_READ, SUBMISSION_INTAKE, SUBMISSION_CHECK, SUBMISSION_VERIFY, SUBMISSION_TAKE_OVER ->
                SUBMISSION;
            case SIGNING_READ, DOCUMENT_SIGN, DOCUMENT_REVOKE -> SIGNING;
            case RELEASE_READ, RELEASE_ISSUE, KIOSK_USE -> DELIVERY;
            case ACTIVATION_SERVE, ACTIVATION_READ -> ACTIVATION;
            case RECORDING_READ, RECORDING_REGISTER, RECORDING_RECORD, RECORDING_STATUS -> RECORDING;
            case VISIT_READ, VISIT_PLAN, VISIT_RECORD -> VISITS;
            case COUNTER_SERVE, COUNTER_ARRANGE -> COUNTER;
            case POPULATION_READ, POPULATION_IMPORT, PERSON_REVEAL -> POPULATION;
            case REPORT_READ,
                    ALERT_EDIT,
                    SURVEY_MODERATE,
                    STANDARD_READ,
                    STANDARD_PROPOSE,
                    STANDARD_APPROVE,
                    CLOCK_PAUSE,
                    OFFICE_READ,
                    OFFICE_SPAN,
                    OFFICE_EDIT -> OFFICE;
            case STAFF_READ, STAFF_EDIT, ROLE_EDIT -> STAFF;
            case PRIVACY_READ, PRIVACY_HANDLE, AUDIT_READ -> PRIVACY;
            case API_CLIENT_EDIT, MAIL_READ, MAIL_RESEND, SYSTEM_READ, JOB_RUN -> SYSTEM;
        };
    }
}
