package id.dukcapil.portal.audit;

/** Why a sealed row is no deed that the portal wrote down; the sealer enters it, and the seal covers it. */
enum Origin {
    /** Without a valid proof: written or changed in the database. */
    FOREIGN(Damage.Kind.ROW_FOREIGN),
    /** With a valid proof, but its identifier was sealed before. */
    REPEATED(Damage.Kind.ROW_REPEATED);

    private final Damage.Kind damage;

    Origin(Damage.Kind damage) {
        this.damage = damage;
    }

    /** Anything but a known word is an edit, which the chain shows. */
    static Damage.Kind damageOf(String origin) {
        return REPEATED.name().equals(origin) ? REPEATED.damage : FOREIGN.damage;
    }
}
