package id.dukcapil.portal.common.procedure;

/** A verb that the present status of a case does not allow; the message names that status in Indonesian. */
public class IllegalMove extends RuntimeException {

    public IllegalMove(String message) {
        super(message);
    }

    /**
     * @param name of the case, as the sentence begins: "Permohonan KK-DINAS-2026-00001"
     * @param verb in the passive, as the sentence ends: "diperiksa"
     */
    public static IllegalMove of(String name, String status, String verb) {
        return new IllegalMove("%s berstatus \"%s\" sehingga tidak dapat %s.".formatted(name, status, verb));
    }
}
