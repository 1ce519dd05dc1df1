package id.dukcapil.portal.documents.export;

/** Something cannot be done with an export now; the sentence says why to the person. */
public class ExportRefused extends RuntimeException {

    ExportRefused(String sentence) {
        super(sentence);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
