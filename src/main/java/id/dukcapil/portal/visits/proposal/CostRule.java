package id.dukcapil.portal.visits.proposal;

/** What makes one plan better than another, in minutes or what weighs as much. */
public enum CostRule {
    TRAVEL("Perjalanan, menit"),
    CREW_DAYS("Hari kerja tim × 120"),
    SETS("Pasang dan bongkar set"),
    WISHES("Keinginan tanggal sekolah"),
    WAITING("Siswa menunggu"),
    FAIRNESS("Beban tim merata"),
    CHANGES("Berubah dari rencana");

    static final long A_CREW_DAY = 120;
    static final long A_SET_DAY = 10;
    static final long A_DAY_FROM_WISH = 6;
    static final long MOST_FOR_A_WISH = 60;
    static final long PUPIL_WEEKS = 40;
    static final long A_CHANGE = 20;
    static final long A_CHANGE_THAT_THE_SCHOOL_NOTICES = 60;

    /** So that as few published visits move as can be. */
    static final long A_PUBLISHED_DAY = 1000;

    private final String label;

    CostRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
